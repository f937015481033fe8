import type { Words } from '#web-link/words/catalogue.js';
import { withNext } from '#web-link/http/destinations.js';
import type { OpenElsewhere } from '#web-link/ui/open-elsewhere.js';
import { ClaimHint } from '#web-link/site/claim-page.js';
import { Layout } from '#web-link/ui/layout.js';
import { OpenElsewhereNotice } from '#web-link/ui/open-elsewhere-notice.js';
import { Alert, NextField, WhatsAppLink } from '#web-link/ui/parts.js';
import { PasswordField } from '#web-link/ui/password-field.js';
import { TaxIdField } from '#web-link/ui/tax-id-field.js';

/** `held`: the bot answers people who write, and sends no first messages. */
export type ChannelNotice = 'up' | 'down' | 'held';

interface LoginPageProps {
  readonly words: Words;
  readonly next: string;
  readonly channel: ChannelNotice;
  /** null until the bot has a number. */
  readonly chatUrl: string | null;
  /** A code was asked for in this browser lately. */
  readonly waitsForCode: boolean;
  /** Sign-in by Google is set up. */
  readonly google: boolean;
  /** Not null inside another app: Google's button would lead to a refusal there. */
  readonly elsewhere: OpenElsewhere | null;
  readonly signedOut?: boolean;
  /** What the person typed, when it comes back with a fault. */
  readonly taxId?: string;
  readonly taxIdFault?: string;
  readonly passwordFault?: string;
  readonly fault?: string;
}

/** One CPF field for both ways that begin with it: the password, or a code in WhatsApp. */
function TaxIdForm({ words, next, channel, taxId, taxIdFault, passwordFault }: LoginPageProps) {
  const { login, password } = words;
  return (
    <form method="post" action="/login" id="login" noValidate>
      <NextField next={next} />
      <TaxIdField
        words={words}
        {...(taxId !== undefined && { value: taxId })}
        {...(taxIdFault !== undefined && { fault: taxIdFault })}
      />
      <PasswordField
        name="password"
        label={password.label}
        autoComplete="current-password"
        fault={passwordFault}
      />
      <button type="submit" name="way" value="password">
        {password.submit}
      </button>
      {channel === 'up' && (
        <button type="submit" name="way" value="code" class="second">
          {login.submit}
        </button>
      )}
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
        <button type="submit" class="second">
          {login.retry}
        </button>
      </form>
    </>
  );
}

/** Inbound first: the person writes to the bot, so this way works also while the bot may send no first messages. */
function WaysWithoutTyping(props: LoginPageProps) {
  const { words, next, channel } = props;
  const google = props.google && props.elsewhere === null;
  if (channel === 'down' && !google) return null;
  return (
    <>
      {channel !== 'down' && (
        <form method="post" action="/login/whatsapp">
          <NextField next={next} />
          <button type="submit">{words.login.whatsappSubmit}</button>
        </form>
      )}
      {google && (
        <form method="get" action="/api/auth/google/start">
          <NextField next={next} />
          <button type="submit" class="second">
            {words.login.google}
          </button>
        </form>
      )}
      <p class="or" aria-hidden="true">
        {words.login.or}
      </p>
    </>
  );
}

/**
 * The ways that need no typing, then CPF or CNPJ with password or code. Each says for itself when it is out of order.
 */
export function LoginPage(props: LoginPageProps) {
  const { words, channel, chatUrl, next, google, elsewhere, fault } = props;
  const { login, password } = words;
  const hasFault = [props.taxIdFault, props.passwordFault, fault].some(
    (text) => text !== undefined,
  );
  return (
    <Layout title={login.title} hasFault={hasFault} words={words} scripts={['login.js']}>
      {props.signedOut === true && (
        <div class="notice" role="status">
          <p>{login.signedOut}</p>
        </div>
      )}
      {fault !== undefined && <Alert words={words} text={fault} />}
      <section>
        <h1>{login.title}</h1>
        {channel !== 'up' && <ChannelFault {...props} />}
        <WaysWithoutTyping {...props} />
        <TaxIdForm {...props} />
        <p class="center">
          <a class="action" href="/password/forgot">
            {password.forgot}
          </a>
          {props.waitsForCode && (
            <>
              <br />
              <a class="action" href={withNext('/login/code', next)}>
                {login.haveCode}
              </a>
            </>
          )}
        </p>
      </section>
      {google && elsewhere !== null && <OpenElsewhereNotice words={words} elsewhere={elsewhere} />}
      {chatUrl !== null && channel !== 'down' && (
        <aside>
          <h2>{password.firstTimeTitle}</h2>
          <p>{password.firstTimeText}</p>
          <WhatsAppLink words={words} chatUrl={chatUrl} />
        </aside>
      )}
      <ClaimHint claim={words.claim} />
    </Layout>
  );
}
