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
      <button type="submit" class="second">
        {login.submit}
      </button>
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

/** Inbound first: the person writes to the bot, so this way works while it may write to nobody first. */
function WhatsAppWay({ words, next }: LoginPageProps) {
  const { login } = words;
  return (
    <>
      <p class="quiet">{login.whatsappIntro}</p>
      <form method="post" action="/login/whatsapp">
        <NextField next={next} />
        <button type="submit">{login.whatsappSubmit}</button>
      </form>
      <p class="or" aria-hidden="true">
        {login.or}
      </p>
    </>
  );
}

function TaxIdWay(props: LoginPageProps) {
  const { login } = props.words;
  return (
    <>
      <h2>{login.codeTitle}</h2>
      <p class="quiet">{login.intro}</p>
      <TaxIdForm {...props} />
    </>
  );
}

/** WhatsApp first, then CPF or CNPJ and a code. Each way says for itself when it is out of order. */
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
        {channel !== 'down' && <WhatsAppWay {...props} />}
        {channel === 'up' ? <TaxIdWay {...props} /> : <ChannelFault {...props} />}
        {channel === 'held' && chatUrl !== null && <WhatsAppLink words={words} chatUrl={chatUrl} />}
        {props.waitsForCode && (
          <p class="center">
            <a class="action" href={withNext('/login/code', next)}>
              {login.haveCode}
            </a>
          </p>
        )}
      </section>
      {chatUrl !== null && channel === 'up' && (
        <aside>
          <h2>{login.chatFirstTitle}</h2>
          <p>{login.chatFirstText}</p>
          <WhatsAppLink words={words} chatUrl={chatUrl} />
        </aside>
      )}
    </Layout>
  );
}
