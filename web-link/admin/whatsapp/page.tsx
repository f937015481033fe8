import type { AdminWords, WhatsAppWords, Words } from '#web-link/words/catalogue.js';
import type { ChannelAnswer } from './channel-answer.js';
import type { Intent } from '../command.js';
import { AdminFrame } from '../pages/frame.js';
import { AdminNav } from '../pages/nav.js';
import { StepUpForm } from '../pages/step-up-form.js';
import { WhatsAppActions, type RefusedPhone } from './actions.js';
import { WhatsAppSecrets, WhatsAppStuck } from './secrets.js';
import { ChannelHold, ChannelState } from './state.js';
import { Alert } from '#web-link/ui/parts.js';

export interface WhatsAppPageProps {
  readonly words: Words;
  readonly admin: AdminWords;
  readonly channel: ChannelAnswer;
  /** A command has just been passed on. */
  readonly asked?: boolean;
  /** What the admin wanted when the step-up had run out; done once the password is confirmed. */
  readonly intent?: Intent;
  readonly passwordFault?: string;
  readonly fault?: string;
  readonly refusedPhone?: RefusedPhone;
}

/** The state of the bot and what can be done about it. Live with the script, by reloading without. */
export function AdminWhatsAppPage(props: WhatsAppPageProps) {
  const { words, admin, channel, intent } = props;
  const { whatsapp } = admin;
  const isPairing = channel.state === 'pairing';
  const asksPassword = (isPairing && channel.stepUpRequired) || props.passwordFault !== undefined;
  const { fault } = props;
  const stepUp = { admin, back: 'whatsapp', passwordFault: props.passwordFault } as const;
  const said = props.passwordFault ?? props.refusedPhone?.fault ?? fault;
  return (
    <AdminFrame
      title={whatsapp.title}
      hasFault={said !== undefined}
      words={words}
      scripts={['admin-whatsapp.js']}
    >
      {fault !== undefined && <Alert words={words} text={fault} />}
      <AdminNav words={words.peopleArea.nav} current="whatsapp" />
      <h1>{whatsapp.title}</h1>
      {props.asked === true && (
        <p class="notice" role="status">
          {whatsapp.asked}
        </p>
      )}
      {intent !== undefined && <StepUpForm {...stepUp} intent={intent} id="step-up-first" />}
      <div id="admin-whatsapp" data-lang={words.lang} data-time-zone={words.timeZone}>
        <ChannelState words={whatsapp} channel={channel} place={words} />
        <ChannelHold words={whatsapp} channel={channel} place={words} />
        {intent === undefined && (
          <div aria-live="polite">
            <StepUpForm {...stepUp} hidden={!asksPassword} />
          </div>
        )}
        <WhatsAppSecrets
          words={whatsapp}
          qr={channel.qr ?? null}
          pairingCode={channel.pairingCode ?? null}
        />
        <WhatsAppStuck words={whatsapp} shown={isPairing} />
        <WhatsAppActions
          words={whatsapp}
          actions={channel.actions}
          refused={props.refusedPhone ?? null}
        />
      </div>
      <PageFoot words={whatsapp} logout={admin.logout} />
    </AdminFrame>
  );
}

function PageFoot({ words, logout }: { readonly words: WhatsAppWords; readonly logout: string }) {
  return (
    <>
      <div role="status">
        <p class="notice warn" data-part="offline" hidden>
          {words.offline}
        </p>
      </div>
      <noscript>
        <p class="hint">{words.noScript}</p>
      </noscript>
      <div class="admin-foot">
        <a class="action" href="/admin/whatsapp">
          {words.reload}
        </a>
        <form method="post" action="/admin/logout">
          <button type="submit" class="second">
            {logout}
          </button>
        </form>
      </div>
    </>
  );
}
