import type { DemoWords } from '../words/demo-words.js';
import type { Scene } from './scene.js';
import { StepPanel } from './step-panel.js';

interface Props {
  readonly words: DemoWords;
  readonly scene: Scene;
}

function Steps({ words, scene }: Props) {
  return (
    <ol class="steps" aria-label={words.page.tour}>
      {scene.tour.view().steps.map(({ name }, index) => (
        <li key={name}>
          <button type="button" data-step={name}>
            <span class="mark" aria-hidden="true">
              {index + 1}
            </span>
            <span class="step-title">{words.steps[name].title}</span>
            <span class="visually-hidden" data-done hidden>
              {` (${words.page.done})`}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function EndPanel({ words, scene }: Props) {
  const { title, text, restart, allPlayed } = words.end;
  return (
    <section class="panel" data-panel="end" aria-labelledby="step-end" hidden>
      <div>
        <h2 id="step-end">{title}</h2>
        <p>{text}</p>
      </div>
      <div class="actions">
        <button type="button" data-action="restart" data-refused={allPlayed(scene.dataDir)}>
          {restart}
        </button>
      </div>
    </section>
  );
}

function PhoneView({ words, scene }: Props) {
  const { number } = scene.tour.cast().newcomer;
  return (
    <section class="phone-view" aria-label={words.page.phone}>
      <div class="phone">
        <iframe id="phone" title={words.page.phone} src={`${scene.phonesUrl}/?phone=${number}`} />
      </div>
    </section>
  );
}

function SiteView({ words, scene }: Props) {
  const { site, reload, toLogin, ownTab } = words.page;
  const login = `${scene.siteUrl}/login`;
  return (
    <section class="site-view" aria-label={site}>
      <div class="window">
        <div class="window-bar">
          <span class="dots" aria-hidden="true" />
          <span class="address">{new URL(scene.siteUrl).host}</span>
          <button type="button" class="quiet" data-action="open-site" data-value="/">
            {reload}
          </button>
          <a class="quiet" href={login} target="_blank" rel="noopener" title={ownTab}>
            <span aria-hidden="true">↗</span>
            <span class="visually-hidden">{ownTab}</span>
          </a>
        </div>
        <iframe id="site" title={`${site}: ${toLogin}`} src={login} />
      </div>
    </section>
  );
}

/** Phone and site side by side, with a tour above them. */
export function StartPage({ words, scene }: Props) {
  const { page, otherLanguage, actions } = words;
  const cast = scene.tour.cast();
  return (
    <html lang={words.lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{page.title}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/start.css" />
        <script type="module" src="/start.js" />
      </head>
      <body
        data-view="phone"
        data-phones={scene.phonesUrl}
        data-site={scene.siteUrl}
        data-written={actions.written}
        data-copied={actions.copied}
        data-stranger-in={actions.strangerIn}
        data-stranger-out={actions.strangerOut}
        data-lost={page.lost}
      >
        <header class="top">
          <h1>
            zap-login <span>{page.heading}</span>
          </h1>
          <Steps {...{ words, scene }} />
          <a class="language" href={`/?lang=${otherLanguage.lang}`} lang={otherLanguage.lang}>
            {otherLanguage.name}
          </a>
        </header>
        <div class="panels">
          {scene.tour.view().steps.map(({ name }) => (
            <StepPanel key={name} {...{ name, words, cast, adminUrl: scene.adminUrl }} />
          ))}
          <EndPanel {...{ words, scene }} />
          <p class="note" id="note" role="status" />
        </div>
        <div class="views" role="group" aria-label={page.views}>
          <button type="button" data-show="phone" aria-pressed="true">
            {page.phone}
          </button>
          <button type="button" data-show="site" aria-pressed="false">
            {page.site}
          </button>
        </div>
        <main class="stage">
          <PhoneView {...{ words, scene }} />
          <SiteView {...{ words, scene }} />
        </main>
        <noscript>
          <p class="note">{page.noScript}</p>
        </noscript>
      </body>
    </html>
  );
}
