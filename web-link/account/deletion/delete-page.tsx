import type { Words } from '../../words/catalogue.js';
import { Layout } from '../../ui/layout.js';
import { Alert } from '../../ui/parts.js';

/** Asks once more; after that the deletion can be called off for seven days. */
export function DeleteAccountPage(props: { readonly words: Words; readonly fault?: string }) {
  const { words, fault } = props;
  const { deletion } = words.account;
  return (
    <Layout title={deletion.title} hasFault={fault !== undefined} words={words}>
      {fault !== undefined && <Alert words={words} text={fault} />}
      <section>
        <h1>{deletion.title}</h1>
        <p>{deletion.text}</p>
        <form method="post" action="/account/delete">
          <button type="submit" class="danger">
            {deletion.submit}
          </button>
        </form>
        <p class="center">
          <a class="action" href="/account">
            {deletion.cancel}
          </a>
        </p>
      </section>
    </Layout>
  );
}
