import type { LoginRequestState } from '#src/domain/login-request.js';
import { showBotNumber, type BotNumber } from '#src/domain/bot-number.js';
import { withNext } from '#web-link/http/destinations.js';
import type { ShownRequest } from '../shown-request.js';
import type { Words } from '#web-link/words/catalogue.js';
import { Icon, WhatsAppIcon } from '#web-link/ui/icons.js';
import { Layout } from '#web-link/ui/layout.js';
import { Alert } from '#web-link/ui/parts.js';
import { QrCode, QrCodeAgain } from '#web-link/ui/qr-code.js';
import { AnotherRequest, DownNotice } from './request-parts.js';

interface RequestPageProps {
  readonly words: Words;
  readonly request: ShownRequest & { readonly waUrl: string; readonly phone: BotNumber };
  readonly state: LoginRequestState;
  readonly isUp: boolean;
  /** The person said that they approved it, and nothing of that has arrived. */
  readonly tooEarly: boolean;
  /** Where the page goes once it is signed in. */
  readonly destination: string;
}

/** First, because it has to be remembered when WhatsApp is open. */
function NumberStep({ words: { whatsapp }, request }: RequestPageProps) {
  return (
    <div>
      <h2 id="number-title">{whatsapp.numberTitle}</h2>
      <p class="number" role="group" aria-labelledby="number-title">
        <strong>{request.number.toString().padStart(2, '0')}</strong>
      </p>
      <p class="hint">{whatsapp.neverTell}</p>
    </div>
  );
}

/**
 * On a phone the button, which opens the app and leaves the page as it is. Beside a computer lies a phone, which reads the
 * QR; its button opens a tab of its own, because the number on this page is still needed.
 */
function MessageStep({ words, request }: RequestPageProps) {
  const { whatsapp } = words;
  return (
    <div class="message-step">
      <div class="qr on-computer">
        <QrCode payload={request.waUrl} label={whatsapp.qrLabel} />
      </div>
      <p class="on-phone">{whatsapp.messageOnPhone}</p>
      <p class="on-computer">{whatsapp.messageOnComputer}</p>
      <a class="button on-phone" href={request.waUrl} rel="noreferrer">
        <WhatsAppIcon />
        {whatsapp.open}
      </a>
      <a class="button on-computer" href={request.waUrl} target="_blank" rel="noreferrer">
        <WhatsAppIcon />
        {whatsapp.open}
      </a>
    </div>
  );
}

/** How many of the three steps are behind the person: message sent, asked in the chat, approved. */
const DONE: Readonly<Partial<Record<LoginRequestState, number>>> = {
  pending: 0,
  asked: 2,
  approved: 3,
};

function isWaiting(state: LoginRequestState): state is 'pending' | 'asked' {
  return state === 'pending' || state === 'asked';
}

/** Every state has its words in the page; the script shows the one that holds. */
function LiveState({ words: { whatsapp }, state, isUp }: RequestPageProps) {
  const { states } = whatsapp;
  const isHidden = isWaiting(state) && !isUp;
  return (
    <>
      <ol class="progress" data-part="progress" data-done={DONE[state]} aria-hidden="true">
        <li />
        <li />
        <li />
      </ol>
      <p class="live" role="status" data-part="live" data-state={state} hidden={isHidden}>
        <Icon name="check" />
        <span
          data-field="live"
          data-pending={states.pending}
          data-sent={states.sent}
          data-asked={states.asked}
          data-approved={states.approved}
          data-offline={states.offline}
          data-replaced={states.replaced}
        >
          {isWaiting(state) ? states[state] : states.approved}
        </span>
      </p>
    </>
  );
}

/** For another phone, and for who would rather write. */
function OtherPhone({ words: { whatsapp }, request }: RequestPageProps) {
  return (
    <details data-part="other-phone">
      <summary>{whatsapp.otherPhone}</summary>
      <div class="qr on-phone">
        <QrCodeAgain payload={request.waUrl} label={whatsapp.qrLabel} />
      </div>
      <p>{whatsapp.byHand(showBotNumber(request.phone))}</p>
      <p>
        <code>{request.waText}</code>
      </p>
      <p class="hint">
        {whatsapp.codeLabel}: <code>{request.requestCode}</code>
      </p>
    </details>
  );
}

function Open(props: RequestPageProps) {
  const { words, state, isUp } = props;
  const { whatsapp } = words;
  return (
    <div data-part="open">
      <DownNotice words={words} hidden={isUp || state === 'approved'} />
      {isWaiting(state) && (
        <div class="request-parts" data-part="steps">
          <NumberStep {...props} />
          <MessageStep {...props} />
        </div>
      )}
      <LiveState {...props} />
      <form method="post" action="/login/whatsapp/complete" data-part="complete">
        <button type="submit" class={state === 'approved' ? '' : 'second'}>
          {state === 'approved' ? whatsapp.enter : whatsapp.approvedSubmit}
        </button>
      </form>
      <div data-part="here" hidden>
        <button type="button" class="second" id="here">
          {whatsapp.here}
        </button>
      </div>
      {isWaiting(state) && <OtherPhone {...props} />}
    </div>
  );
}

function Over(props: RequestPageProps & { readonly kind: 'denied' | 'expired' }) {
  const { words, request, state, kind } = props;
  const { title, text } = words.whatsapp.states[kind];
  return (
    <div data-part={kind} hidden={state !== kind}>
      <div class={kind === 'denied' ? 'notice bad' : 'notice warn'} role="status">
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
      <AnotherRequest next={request.next} label={words.whatsapp.again} />
    </div>
  );
}

/**
 * Waits for the approval in WhatsApp: the number to choose there (RFC 10027 number matching), button and QR for the
 * message, and what has become of it. Works without scripts by its button.
 */
export function RequestPage(props: RequestPageProps) {
  const { words, request, state, tooEarly, destination } = props;
  const { whatsapp } = words;
  const isOpen = isWaiting(state) || state === 'approved';
  return (
    <Layout
      title={whatsapp.title}
      hasFault={tooEarly}
      words={words}
      width="pair"
      scripts={['login-whatsapp.js']}
    >
      {tooEarly && <Alert words={words} text={whatsapp.tooEarly} />}
      <section
        id="request"
        data-state={state}
        data-request={request.requestId}
        data-destination={destination}
      >
        <h1 class="center">{whatsapp.title}</h1>
        {isOpen && <Open {...props} />}
        <Over {...props} kind="denied" />
        <Over {...props} kind="expired" />
      </section>
      <p class="center">
        <a class="action" href={withNext('/login', request.next)}>
          {whatsapp.otherWay}
        </a>
      </p>
    </Layout>
  );
}
