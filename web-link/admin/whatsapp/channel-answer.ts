import type { BoardStatus, ChannelCause, ChannelStatus } from '#src/app/ports/channel.js';
import type { ChannelCommand } from '#src/app/ports/event-bus.js';
import { maskBotNumber } from '#src/domain/bot-number.js';
import { channelRemedy, type ChannelTone } from './channel-remedy.js';
import type { WebSettings } from '#web-link/settings.js';

/** `retry` is a `pair` without a number that connects at once instead of waiting. */
export type ChannelAction = ChannelCommand['type'] | 'retry';

/** The bot's state as `GET /api/admin/whatsapp` and its event stream tell it. */
export interface ChannelAnswer {
  readonly state: ChannelStatus['state'];
  readonly cause: ChannelCause | null;
  readonly title: string;
  readonly explanation: string | null;
  readonly remedy: string;
  readonly tone: ChannelTone;
  /** ISO 8601. */
  readonly since: string;
  /** Until when people who did not write first get no message; ISO 8601, null while nothing is held. */
  readonly heldUntil: string | null;
  /** When the next try follows by itself; ISO 8601, null when it is at once or only on request. */
  readonly nextTryAt: string | null;
  readonly phoneMasked: string | null;
  /** What can be asked of the bot in this state. */
  readonly actions: readonly ChannelAction[];
  /** True: the password has to be proven again before a secret is shown or an action taken. */
  readonly stepUpRequired: boolean;
  /** Secrets: only while pairing, and only for an admin with a fresh step-up (security case 49). */
  readonly qr?: string;
  readonly pairingCode?: string;
}

const PAIR = ['pair', 'pair_by_code'] as const;

const ACTIONS: Readonly<Record<ChannelStatus['state'], readonly ChannelAction[]>> = {
  stopped: PAIR,
  connecting: ['logout'],
  passkey: PAIR,
  pairing: ['pair_by_code'],
  open: ['logout'],
  waiting: ['logout'],
  replaced: ['pair', 'logout'],
  logged_out: PAIR,
  banned: ['retry', 'logout'],
  outdated: ['retry', 'logout'],
};

/** What the admin may know of the board. Without a fresh step-up the secrets are not even in it. */
export function answerChannel(input: {
  readonly status: BoardStatus;
  readonly steppedUp: boolean;
  readonly locale: WebSettings['locale'];
}): ChannelAnswer {
  const { status, steppedUp, locale } = input;
  return {
    state: status.state,
    cause: status.cause,
    ...channelRemedy(status, locale),
    since: status.since.toISOString(),
    heldUntil: status.heldUntil?.toISOString() ?? null,
    nextTryAt: status.nextTryAt?.toISOString() ?? null,
    phoneMasked: status.phone === null ? null : maskBotNumber(status.phone),
    actions: actionsFor(status),
    stepUpRequired: !steppedUp,
    ...(steppedUp ? secretsOf(status) : {}),
  };
}

function actionsFor({
  state,
  cause,
  pairingCode,
  nextTryAt,
}: BoardStatus): readonly ChannelAction[] {
  // Back from the code to the QR.
  if (state === 'pairing' && pairingCode !== null) return PAIR;
  if (state === 'waiting' && cause === 'qr_expired') return PAIR;
  return nextTryAt ? ['retry', ...ACTIONS[state]] : ACTIONS[state];
}

function secretsOf({ state, qr, pairingCode }: BoardStatus): {
  readonly qr?: string;
  readonly pairingCode?: string;
} {
  if (state !== 'pairing') return {};
  return { ...(qr === null ? {} : { qr }), ...(pairingCode === null ? {} : { pairingCode }) };
}
