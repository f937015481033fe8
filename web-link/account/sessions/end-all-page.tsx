import type { Words } from '../../words/catalogue.js';
import { Layout } from '../../ui/layout.js';

/** Asks before every device is signed out; works without a script. */
export function EndAllPage({ words }: { readonly words: Words }) {
  const { endAll, endAllPage } = words.account;
  return (
    <Layout title={endAllPage.title} words={words}>
      <section>
        <h1>{endAllPage.title}</h1>
        <p>{endAllPage.text}</p>
        <form method="post" action="/account/sessions/end-all">
          <button type="submit" class="danger">
            {endAll}
          </button>
        </form>
        <p class="center">
          <a class="action" href="/account">
            {endAllPage.cancel}
          </a>
        </p>
      </section>
    </Layout>
  );
}
