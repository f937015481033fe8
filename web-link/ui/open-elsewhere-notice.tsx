import type { OpenElsewhere } from './open-elsewhere.js';
import type { Words } from '../words/catalogue.js';
import { Layout } from './layout.js';

interface Elsewhere {
  readonly words: Words;
  readonly elsewhere: OpenElsewhere;
}

/** How to get this page into a browser. */
function HowTo({ words, elsewhere: { chromeUrl } }: Elsewhere) {
  const { inApp } = words.google;
  return (
    <>
      <p>{inApp.text}</p>
      {chromeUrl !== null && (
        <p>
          <a class="button second" href={chromeUrl}>
            {inApp.openChrome}
          </a>
        </p>
      )}
    </>
  );
}

/** In the place of a button that leads to Google, where Google would refuse it. */
export function OpenElsewhereNotice(props: Elsewhere) {
  return (
    <aside>
      <h2>{props.words.google.inApp.title}</h2>
      <HowTo {...props} />
    </aside>
  );
}

/** In the place of the way to Google. `back` leads to the other ways. */
export function OpenElsewherePage(
  props: Elsewhere & { readonly back: { readonly href: string; readonly label: string } },
) {
  const { words, back } = props;
  const { title } = words.google.inApp;
  return (
    <Layout title={title} words={words}>
      <section>
        <h1>{title}</h1>
        <p>
          <a class="button" href={back.href}>
            {back.label}
          </a>
        </p>
        <HowTo {...props} />
      </section>
    </Layout>
  );
}
