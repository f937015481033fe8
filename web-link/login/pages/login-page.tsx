import type { Words } from '#web-link/words/catalogue.js';
import { withNext } from '#web-link/http/destinations.js';
import type { OpenElsewhere } from '#web-link/ui/open-elsewhere.js';
import { ClaimHint } from '#web-link/site/claim-page.js';
import { GoogleIcon, Icon, WhatsAppIcon } from '#web-link/ui/icons.js';
import { Layout } from '#web-link/ui/layout.js';
import { OpenElsewhereNotice } from '#web-link/ui/open-elsewhere-notice.js';
import { Alert, NextField } from '#web-link/ui/parts.js';
import { TaxIdField } from '#web-link/ui/tax-id/tax-id-field.js';
import { ChannelFault, type ChannelNotice } from './channel-fault.js';

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
  readonly fault?: string;
}

/** Inbound first: the person writes to the bot, so this way works also while the bot may send no first messages. */
function ByWhatsApp({ words, next }: LoginPageProps) {
  const { login } = words;
  return (
    <form method="post" action="/login/whatsapp">
      <NextField next={next} />
      <button type="submit" aria-describedby="whatsapp-how">
        <WhatsAppIcon />
        {login.whatsappSubmit}
      </button>
      <p class="hint center" id="whatsapp-how">
        {login.whatsappHow}
      </p>
    </form>
  );
}

function ByGoogle({ words, next }: LoginPageProps) {
  return (
    <form method="get" action="/api/auth/google/start">
      <NextField next={next} />
      <button type="submit" class="google">
        <GoogleIcon />
        {words.login.google}
      </button>
    </form>
  );
}

/** A code comes into the chat of the CPF; a page that can send none does not ask for it. */
function ByCode({ words, next, taxId, taxIdFault }: LoginPageProps) {
  return (
    <form method="post" action="/login" id="login" noValidate>
      <NextField next={next} />
      <TaxIdField
        words={words}
        {...(taxId !== undefined && { value: taxId })}
        {...(taxIdFault !== undefined && { fault: taxIdFault })}
      />
      <button type="submit" name="way" value="code">
        {words.login.submit}
      </button>
    </form>
  );
}

function ByPassword({ words, next }: LoginPageProps) {
  return (
    <a class="button second" href={withNext('/login/password', next)}>
      <Icon name="key" />
      {words.login.withPassword}
    </a>
  );
}

/** Folded away behind the one way that most people take; open where something in it has to be mended. */
function OtherWays(props: LoginPageProps) {
  const { words, channel, taxId, taxIdFault } = props;
  if (channel !== 'up') return <ByPassword {...props} />;
  return (
    <details open={(taxIdFault ?? taxId) !== undefined}>
      <summary>{words.login.otherWays}</summary>
      <ByCode {...props} />
      <ByPassword {...props} />
    </details>
  );
}

/** The company, one way in that needs no typing, and the others for who looks for them. */
export function LoginPage(props: LoginPageProps) {
  const { words, channel, chatUrl, next, google, elsewhere, fault, taxIdFault } = props;
  const { login, password } = words;
  return (
    <Layout
      title={login.title}
      hasFault={(taxIdFault ?? fault) !== undefined}
      words={words}
      scripts={['login.js']}
    >
      {props.signedOut === true && (
        <div class="notice" role="status">
          <p>{login.signedOut}</p>
        </div>
      )}
      {fault !== undefined && <Alert words={words} text={fault} />}
      <section>
        <h1>{login.title}</h1>
        <p class="quiet">{login.intro(words.brand.name)}</p>
        <ChannelFault words={words} channel={channel} next={next} page="/login" />
        {channel !== 'down' && <ByWhatsApp {...props} />}
        {google && elsewhere === null && <ByGoogle {...props} />}
        <OtherWays {...props} />
        {props.waitsForCode && (
          <p class="center">
            <a class="action" href={withNext('/login/code', next)}>
              {login.haveCode}
            </a>
          </p>
        )}
      </section>
      {google && elsewhere !== null && <OpenElsewhereNotice words={words} elsewhere={elsewhere} />}
      {chatUrl !== null && channel !== 'down' && (
        <p class="center hint">
          {password.firstTimeTitle}{' '}
          <a class="action" href={chatUrl} rel="noreferrer">
            {password.firstTimeLink}
          </a>
        </p>
      )}
      <ClaimHint claim={words.claim} />
    </Layout>
  );
}
