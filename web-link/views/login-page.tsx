import { withNext } from '../destinations.js';
import type { Words } from '../words.js';
import { Layout } from './layout.js';
import { Alert, NextField, WhatsAppLink } from './parts.js';

/** `held`: the bot answers those who write, and writes to nobody first. */
export type ChannelNotice = 'up' | 'down' | 'held';

interface LoginPageProps {
  readonly words: Words;
  readonly next: string;
  readonly channel: ChannelNotice;
  /** null until the bot has a number. */
  readonly chatUrl: string | null;
  /** A code was asked for in this browser lately. */
  readonly waitsForCode: boolean;
  readonly signedOut?: boolean;
  /** What the person typed, when it comes back with a fault. */
  readonly taxId?: string;
  readonly taxIdFault?: string;
  readonly fault?: string;
}

function TaxIdForm({ words, next, taxId = '', taxIdFault }: LoginPageProps) {
  const { login } = words;
  return (
    <form method="post" action="/login" id="login" noValidate>
      <NextField next={next} />
      <label for="tax-id">{login.taxIdLabel}</label>
      <p class="hint" id="tax-id-hint">
        {login.taxIdHint}
      </p>
      <input
        id="tax-id"
        name="taxId"
        type="text"
        value={taxId}
        maxLength={32}
        autoComplete="username"
        autoCapitalize="characters"
        spellcheck={false}
        required
        aria-invalid={taxIdFault === undefined ? 'false' : 'true'}
        aria-describedby={taxIdFault === undefined ? 'tax-id-hint' : 'tax-id-hint tax-id-error'}
      />
      {taxIdFault !== undefined && (
        <p class="error" id="tax-id-error">
          {taxIdFault}
        </p>
      )}
      <button type="button" class="link" id="full-keyboard" hidden>
        {login.fullKeyboard}
      </button>
      <button type="submit">{login.submit}</button>
    </form>
  );
}

function ChannelFault({ words, channel, next }: LoginPageProps) {
  const { login } = words;
  const isHeld = channel === 'held';
  return (
    <>
      <div class="notice warn" role="status">
        <h2>{isHeld ? login.heldTitle : login.downTitle}</h2>
        <p>{isHeld ? login.heldText : login.downText}</p>
      </div>
      <form method="get" action="/login">
        <NextField next={next} />
        <button type="submit" class={isHeld ? 'second' : ''}>
          {login.retry}
        </button>
      </form>
    </>
  );
}

/** CPF or CNPJ, and a code by WhatsApp. Leaves room above and below for the ways in to come. */
export function LoginPage(props: LoginPageProps) {
  const { words, channel, chatUrl, taxIdFault, fault, next } = props;
  const { login } = words;
  const summary = taxIdFault ?? fault;
  return (
    <Layout title={login.title} words={words} scripts={['login.js']}>
      {props.signedOut === true && (
        <div class="notice" role="status">
          <p>{login.signedOut}</p>
        </div>
      )}
      {summary !== undefined && <Alert words={words} text={summary} />}
      <section>
        <h1>{login.title}</h1>
        {channel === 'up' ? (
          <>
            <p class="quiet">{login.intro}</p>
            <TaxIdForm {...props} />
          </>
        ) : (
          <ChannelFault {...props} />
        )}
        {props.waitsForCode && (
          <p class="center">
            <a class="action" href={withNext('/login/code', next)}>
              {login.haveCode}
            </a>
          </p>
        )}
      </section>
      {chatUrl !== null && channel !== 'down' && (
        <aside>
          <h2>{login.chatFirstTitle}</h2>
          <p>{login.chatFirstText}</p>
          <WhatsAppLink words={words} chatUrl={chatUrl} />
        </aside>
      )}
    </Layout>
  );
}
