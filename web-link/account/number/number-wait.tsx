import type { OwnNumberWaitView } from '#src/app/account/me/describe-me.js';
import type { Words } from '../../words/catalogue.js';
import { Layout } from '../../ui/layout.js';
import { momentText } from '../../ui/time.js';

interface WaitProps {
  readonly words: Words;
  readonly wait: OwnNumberWaitView;
}

/** What happened, and what follows if nothing is done. */
function WhatHappened({ words, wait }: WaitProps) {
  const { numberWait } = words.account;
  return (
    <>
      <p>{numberWait.asked(momentText(wait.askedAt, words))}</p>
      <p>{numberWait.staysShut}</p>
    </>
  );
}

function RefuseForm({ words, second }: { readonly words: Words; readonly second: boolean }) {
  return (
    <form method="post" action="/account/number/refuse">
      <button type="submit" class={second ? 'second' : ''}>
        {words.account.numberWait.no}
      </button>
    </form>
  );
}

/**
 * At the top while another WhatsApp account waits. It cannot be accepted while a claim is open: no way in may be added
 * then.
 */
export function NumberWaitNotice({
  words,
  wait,
  mayConfirm,
}: WaitProps & { readonly mayConfirm: boolean }) {
  return (
    <section>
      <div class="notice warn" role="status">
        <h2>{words.account.numberWait.title}</h2>
        <WhatHappened words={words} wait={wait} />
      </div>
      <RefuseForm words={words} second={false} />
      {mayConfirm && (
        <a class="button second" href="/account/number">
          {words.account.numberWait.yes}
        </a>
      )}
    </section>
  );
}

/** After the proof: says what the yes does, and names the wait that it is about. */
export function NumberWaitPage({ words, wait }: WaitProps) {
  const { numberWait } = words.account;
  return (
    <Layout title={numberWait.title} words={words}>
      <section>
        <h1>{numberWait.title}</h1>
        <WhatHappened words={words} wait={wait} />
        <p>{numberWait.consequence}</p>
        <form method="post" action="/account/number">
          <input type="hidden" name="wait" value={wait.id} />
          <button type="submit">{numberWait.yes}</button>
        </form>
        <RefuseForm words={words} second />
      </section>
    </Layout>
  );
}
