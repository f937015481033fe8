import { withNext } from '#web-link/http/destinations.js';
import type { Words } from '#web-link/words/catalogue.js';
import { Layout } from '#web-link/ui/layout.js';
import { Alert } from '#web-link/ui/parts.js';
import { AnotherRequest, DownNotice } from './request-parts.js';

/** Before there is a request: a GET makes none, since previewers and prefetchers GET, too. */
export function RequestStartPage(props: {
  readonly words: Words;
  readonly next: string;
  /** The bot has a number and is connected. */
  readonly isUp: boolean;
  readonly fault?: string;
}) {
  const { words, next, isUp, fault } = props;
  const { whatsapp } = words;
  return (
    <Layout title={whatsapp.title} hasFault={fault !== undefined} words={words}>
      {fault !== undefined && <Alert words={words} text={fault} />}
      <section>
        <h1>{whatsapp.title}</h1>
        {isUp ? <p class="quiet">{whatsapp.startText}</p> : <DownNotice words={words} />}
        <AnotherRequest
          next={next}
          label={isUp && fault === undefined ? whatsapp.start : words.login.retry}
        />
      </section>
      <p class="center">
        <a class="action" href={withNext('/login', next)}>
          {whatsapp.otherWay}
        </a>
      </p>
    </Layout>
  );
}
