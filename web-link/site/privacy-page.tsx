import type { PrivacyFacts } from '../words/privacy-facts.js';
import type { PrivacyWords, Words } from '../words/catalogue.js';
import { Layout } from '../ui/layout.js';

/** The notice that the chat links to before it asks for consent (LGPD art. 8 and 9). */
export function PrivacyPage({
  words,
  privacy,
  facts,
}: {
  readonly words: Words;
  readonly privacy: PrivacyWords;
  readonly facts: PrivacyFacts;
}) {
  return (
    <Layout title={privacy.title} words={words} width="text">
      <section class="text">
        <h1>{privacy.title}</h1>
        <p class="quiet">{privacy.intro(words.brand.name)}</p>
        {privacy.chapters(facts).map(({ title, text, items = [] }) => (
          <>
            <h2>{title}</h2>
            {text !== undefined && <p>{text}</p>}
            {items.length > 0 && (
              <ul>
                {items.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            )}
          </>
        ))}
      </section>
    </Layout>
  );
}
