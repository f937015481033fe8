import type { PrivacyWords, Words } from '../words/catalogue.js';
import { Layout } from '../ui/layout.js';

/** The notice that the chat links to before it asks for consent (LGPD art. 8 and 9). */
export function PrivacyPage({
  words,
  privacy,
}: {
  readonly words: Words;
  readonly privacy: PrivacyWords;
}) {
  return (
    <Layout title={privacy.title} words={words}>
      <section>
        <h1>{privacy.title}</h1>
        <p class="quiet">{privacy.intro}</p>
        {privacy.chapters.map(({ title, text }) => (
          <>
            <h2>{title}</h2>
            <p>{text}</p>
          </>
        ))}
      </section>
    </Layout>
  );
}
