import type { Words } from '#web-link/words/catalogue.js';
import { withNext } from '#web-link/http/destinations.js';
import { Layout } from '#web-link/ui/layout.js';
import { AnotherRequest } from './request-parts.js';

/** Approved by an account that this browser was not in last: says whose it is, and asks (security case 60). */
export function RequestConfirmPage(props: {
  readonly words: Words;
  /** "P••• S•••". */
  readonly maskedName: string;
  readonly next: string;
}) {
  const { words, maskedName, next } = props;
  const { confirm, otherWay } = words.whatsapp;
  return (
    <Layout title={confirm.title(maskedName)} words={words}>
      <section id="request-confirm">
        <h1>{confirm.title(maskedName)}</h1>
        <p>{confirm.text}</p>
        <form method="post" action="/login/whatsapp/complete">
          <input type="hidden" name="confirm" value="yes" />
          <button type="submit">{confirm.submit}</button>
        </form>
        <p class="hint">{confirm.notYou}</p>
        <AnotherRequest next={next} label={confirm.another} class="second" />
      </section>
      <p class="center">
        <a class="action" href={withNext('/login', next)}>
          {otherWay}
        </a>
      </p>
    </Layout>
  );
}
