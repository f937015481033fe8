import type { WhatsAppWords } from '#web-link/words/catalogue.js';
import type { ChannelAction } from './channel-answer.js';

/** A number that was typed, together with why it was refused. */
export interface RefusedPhone {
  readonly typed: string;
  readonly fault: string;
}

/** What can be asked of the bot; all parts are on the page, the script shows those the state allows. */
export function WhatsAppActions({
  words,
  actions,
  refused,
}: {
  readonly words: WhatsAppWords;
  readonly actions: readonly ChannelAction[];
  readonly refused: RefusedPhone | null;
}) {
  return (
    <>
      <section data-part="retry" hidden={!actions.includes('retry')}>
        <form method="post" action="/admin/whatsapp/pair">
          <button type="submit">{words.retry}</button>
        </form>
      </section>
      <section data-part="pair" hidden={!actions.includes('pair')} aria-labelledby="pair-title">
        <h2 id="pair-title">{words.connectTitle}</h2>
        <form method="post" action="/admin/whatsapp/pair">
          <button type="submit">{words.pair}</button>
        </form>
      </section>
      <section data-part="pair_by_code" hidden={!actions.includes('pair_by_code')}>
        <PairByCode words={words} refused={refused} />
      </section>
      <section data-part="logout" hidden={!actions.includes('logout')}>
        <details>
          <summary>{words.logoutBot}</summary>
          <p>{words.logoutBotWarning}</p>
          <form method="post" action="/admin/whatsapp/logout">
            <button type="submit" class="danger">
              {words.logoutBotConfirm}
            </button>
          </form>
        </details>
      </section>
    </>
  );
}

function PairByCode({
  words,
  refused,
}: {
  readonly words: WhatsAppWords;
  readonly refused: RefusedPhone | null;
}) {
  return (
    <details open={refused !== null}>
      <summary>{words.byCode}</summary>
      <p>{words.byCodeHow}</p>
      <form method="post" action="/admin/whatsapp/pair">
        <label for="phone">{words.phone}</label>
        <input
          id="phone"
          name="phone"
          type="tel"
          inputMode="tel"
          autoComplete="off"
          maxLength={64}
          required
          defaultValue={refused?.typed ?? ''}
          autoFocus={refused !== null}
          aria-invalid={refused === null ? undefined : true}
          aria-describedby={refused === null ? undefined : 'phone-error'}
        />
        {refused !== null && (
          <p id="phone-error" class="error">
            {refused.fault}
          </p>
        )}
        <button type="submit" class="second">
          {words.byCodeSubmit}
        </button>
      </form>
    </details>
  );
}
