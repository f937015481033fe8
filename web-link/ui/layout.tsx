import type { ComponentChildren, VNode } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { BrandFooter } from '../brand/footer.js';
import { BrandMark } from '../brand/mark.js';
import { COLORS_PATH, LOGO_PATH, type Brand } from '../brand/brand.js';
import type { Words } from '../words/catalogue.js';

interface LayoutProps {
  readonly title: string;
  /** The page says why a form was refused: so does its title, which screen readers say first. */
  readonly hasFault?: boolean;
  readonly words: Words;
  /** File names under `public/`, loaded as modules. */
  readonly scripts?: readonly string[];
  /** `card`: one narrow column in the middle. `pair`: two where there is room. `text`: to be read. `wide`: for consoles with tables. */
  readonly width?: 'card' | 'pair' | 'text' | 'wide';
  readonly children: ComponentChildren;
}

/** What previews show: the same for every page, so that a link to one says nothing about a person. */
function SiteCard({ words }: { readonly words: Words }) {
  const { brand, tagline, openGraphLocale } = words;
  return (
    <>
      <meta name="description" content={tagline} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={brand.name} />
      <meta property="og:title" content={brand.name} />
      <meta property="og:description" content={tagline} />
      <meta property="og:locale" content={openGraphLocale} />
    </>
  );
}

/**
 * What browsers show on the tab and on a home screen: the logo of the brand, else a sign that stands for any login. iOS
 * takes a PNG for its home screen; with a logo of another kind it takes a picture of the page, not another's sign.
 */
function SiteIcon({ logo }: Brand) {
  if (logo !== null) {
    return (
      <>
        <link rel="icon" href={LOGO_PATH} type={logo.type} />
        {logo.type === 'image/png' && <link rel="apple-touch-icon" href={LOGO_PATH} />}
      </>
    );
  }
  return (
    <>
      <link rel="icon" href="/public/favicon.ico" sizes="32x32" />
      <link rel="icon" href="/public/icon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/public/apple-touch-icon.png" />
    </>
  );
}

/** The frame of every page. Nothing inline: the content security policy refuses it. */
export function Layout(props: LayoutProps) {
  const { title, hasFault = false, words, scripts = [], width = 'card', children } = props;
  const { brand } = words;
  const whole = hasFault ? `${words.errors.summary}: ${title}` : title;
  return (
    <html lang={words.lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#f5f6f8" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#0f1216" media="(prefers-color-scheme: dark)" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no" />
        <title>{`${whole} · ${brand.name}`}</title>
        <SiteCard words={words} />
        <SiteIcon {...brand} />
        <link rel="manifest" href="/public/site.webmanifest" />
        <link rel="stylesheet" href="/public/site.css" />
        {brand.color !== null && <link rel="stylesheet" href={COLORS_PATH} />}
        {['busy.js', ...scripts].map((script) => (
          <script key={script} type="module" src={`/public/${script}`} />
        ))}
      </head>
      <body class={width}>
        <a class="skip" href="#content">
          {words.skipToContent}
        </a>
        <header>
          <a class="brand" href="/">
            <BrandMark {...brand} />
            <span>{brand.name}</span>
          </a>
        </header>
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <BrandFooter words={words} />
      </body>
    </html>
  );
}

/** A whole document. Preact escapes every text and attribute. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}
