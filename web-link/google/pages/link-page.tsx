import type { Words } from '#web-link/words/catalogue.js';
import { Layout } from '#web-link/ui/layout.js';
import { Alert, WhatsAppLink } from '#web-link/ui/parts.js';
import {
  TaxIdAndPassword,
  type TaxIdAndPasswordTried,
} from '#web-link/ui/tax-id/tax-id-and-password.js';

interface GoogleLinkPageProps extends TaxIdAndPasswordTried {
  readonly words: Words;
  /** As Google says it; null when that is no name. */
  readonly name: string | null;
  /** Codes can be sent. */
  readonly hasCodes: boolean;
  /** null until the bot has a number. */
  readonly chatUrl: string | null;
  readonly fault?: string;
}

export function CancelForm({ words }: { readonly words: Words }) {
  return (
    <form method="post" action="/google/link/cancel" class="center">
      <button type="submit" class="link">
        {words.google.cancel}
      </button>
    </form>
  );
}

function LinkForm({ words, hasCodes, ...tried }: GoogleLinkPageProps) {
  const { google } = words;
  return (
    <form method="post" action="/google/link" noValidate>
      <TaxIdAndPassword {...tried} words={words} submit={google.submit} />
      {hasCodes ? (
        <button type="submit" name="way" value="code" class="second">
          {google.codeSubmit}
        </button>
      ) : (
        <p class="hint">{google.noCode}</p>
      )}
    </form>
  );
}

/** The person came back from Google; asks for the CPF to link with. */
export function GoogleLinkPage(props: GoogleLinkPageProps) {
  const { words, name, chatUrl, taxIdFault, passwordFault, fault } = props;
  const { google } = words;
  const hasFault = (taxIdFault ?? passwordFault ?? fault) !== undefined;
  return (
    <Layout
      title={google.linkTitle(name)}
      hasFault={hasFault}
      words={words}
      scripts={['google-link.js']}
    >
      {fault !== undefined && <Alert words={words} text={fault} />}
      <section>
        <h1>{google.linkTitle(name)}</h1>
        <p class="quiet">{google.linkIntro}</p>
        <LinkForm {...props} />
        <CancelForm words={words} />
      </section>
      {chatUrl !== null && (
        <aside>
          <h2>{google.newTitle}</h2>
          <p>{google.newText}</p>
          <WhatsAppLink words={words} chatUrl={chatUrl} />
        </aside>
      )}
    </Layout>
  );
}
