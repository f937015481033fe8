import type { LoopWords, Words } from '#web-link/words/catalogue.js';
import { Layout } from '#web-link/ui/layout.js';

/** Instead of one more redirect to a page that sends back who is signed in. */
export function LoopPage(props: {
  readonly words: Words;
  readonly loop: LoopWords;
  /** Where the person was going. */
  readonly destination: string;
  readonly cookie: string;
  readonly publicUrl: string;
}) {
  const { words, loop, destination } = props;
  return (
    <Layout title={loop.title} words={words}>
      <section>
        <h1>{loop.title}</h1>
        <p>{loop.text}</p>
        <a class="button" href={destination}>
          {loop.again}
        </a>
        <a class="button second" href="/account">
          {words.account.toAccount}
        </a>
      </section>
      <aside>
        <h2>{loop.forIntegrators}</h2>
        <ol>
          {loop.checks(props).map(({ text, code }) => (
            <li key={code}>
              {text} <code>{code}</code>
            </li>
          ))}
        </ol>
        <p class="hint">docs/integrate.md</p>
      </aside>
    </Layout>
  );
}
