import type { Words } from '#web-link/words/catalogue.js';
import { Layout } from '#web-link/ui/layout.js';
import { WhatsAppLink } from '#web-link/ui/parts.js';

interface GoogleFaultPageProps {
  readonly words: Words;
  readonly said: { readonly title: string; readonly text: string };
  /** Where "Acessar com Google" starts again; null when that would not help. */
  readonly again: string | null;
  /** Opens the chat; null where it would not help, or without a number. */
  readonly chatUrl: string | null;
  readonly isSignedIn: boolean;
}

/** Why the sign-in by Google failed, and the other ways in. */
export function GoogleFaultPage(props: GoogleFaultPageProps) {
  const { words, said, again, chatUrl, isSignedIn } = props;
  const { google } = words;
  return (
    <Layout title={said.title} words={words}>
      <section>
        <h1>{said.title}</h1>
        <p>{said.text}</p>
        <p>
          <a class="button" href={isSignedIn ? '/account' : '/login'}>
            {isSignedIn ? google.backToAccount : google.otherWays}
          </a>
        </p>
        {again !== null && (
          <p>
            <a class="button second" href={again}>
              {words.login.google}
            </a>
          </p>
        )}
        {chatUrl !== null && <WhatsAppLink words={words} chatUrl={chatUrl} />}
      </section>
    </Layout>
  );
}
