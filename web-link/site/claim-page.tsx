import type { ClaimWords, Words } from '../words/catalogue.js';
import { Layout } from '../ui/layout.js';
import { WhatsAppLink } from '../ui/parts.js';

/** How to say that a CPF is one's own: in WhatsApp, since a browser can prove no number. */
export function ClaimPage({
  words,
  claim,
  chatUrl,
}: {
  readonly words: Words;
  readonly claim: ClaimWords;
  /** null while the bot has no number. */
  readonly chatUrl: string | null;
}) {
  return (
    <Layout title={claim.title} words={words}>
      <section>
        <h1>{claim.title}</h1>
        <p>{claim.intro}</p>
        <ol>
          {claim.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {chatUrl === null ? (
          <div class="notice warn" role="status">
            <p>{claim.down}</p>
          </div>
        ) : (
          <WhatsAppLink words={words} chatUrl={chatUrl} label={claim.open} class="button" />
        )}
        <p class="center">
          <a class="action" href="/login">
            {claim.back}
          </a>
        </p>
      </section>
    </Layout>
  );
}

/** On the login page, for a person who cannot sign in because another one registered the CPF. */
export function ClaimHint({ claim }: { readonly claim: ClaimWords }) {
  return (
    <p class="center">
      <a class="action" href="/claim">
        {claim.question}
      </a>
    </p>
  );
}
