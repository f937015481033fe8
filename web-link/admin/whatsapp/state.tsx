import { zoneName } from '#src/domain/time-zone.js';
import type { WhatsAppWords, Words } from '#web-link/words/catalogue.js';
import type { ChannelAnswer } from './channel-answer.js';
import { momentText } from '#web-link/ui/time.js';

interface ChannelPartProps {
  readonly words: WhatsAppWords;
  readonly channel: ChannelAnswer;
  readonly place: Pick<Words, 'lang' | 'timeZone'>;
}

/** What the state is, why, and what to do; announced politely when it changes. */
export function ChannelState({ words, channel, place }: ChannelPartProps) {
  const { title, explanation, remedy, tone, since, phoneMasked, nextTryAt } = channel;
  return (
    <section class="admin-state" data-field="tone" data-tone={tone}>
      <div role="status" aria-live="polite" aria-atomic="true">
        <h2 class="admin-state-title">
          <span class="admin-dot" aria-hidden="true" />
          <span data-field="title">{title}</span>
        </h2>
        <p data-field="explanation" hidden={explanation === null}>
          {explanation}
        </p>
        <p data-field="remedy">{remedy}</p>
      </div>
      <dl>
        <div data-part="next-try" hidden={nextTryAt === null}>
          <dt>{words.nextTry}</dt>
          <dd>
            <time data-field="nextTryAt" {...(nextTryAt !== null && { dateTime: nextTryAt })}>
              {nextTryAt === null ? '' : momentText(nextTryAt, place)}
            </time>{' '}
            <span class="quiet">({zoneName(place.timeZone, place.lang)})</span>
          </dd>
        </div>
        <div data-part="phone" hidden={phoneMasked === null}>
          <dt>{words.number}</dt>
          <dd data-field="phoneMasked">{phoneMasked}</dd>
        </div>
        <div>
          <dt>{words.since}</dt>
          <dd>
            <time data-field="since" dateTime={since}>
              {momentText(since, place)}
            </time>{' '}
            <span class="quiet">({zoneName(place.timeZone, place.lang)})</span>
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** WhatsApp punishes messages to people who never wrote: while it does, the admin knows until when. */
export function ChannelHold({ words, channel, place }: ChannelPartProps) {
  const { heldUntil } = channel;
  return (
    <div class="notice warn" data-part="held" hidden={heldUntil === null}>
      <h2>{words.heldTitle}</h2>
      <p>
        {words.held}{' '}
        <time data-field="heldUntil" {...(heldUntil !== null && { dateTime: heldUntil })}>
          {heldUntil === null ? '' : momentText(heldUntil, place)}
        </time>{' '}
        ({zoneName(place.timeZone, place.lang)}).
      </p>
    </div>
  );
}
