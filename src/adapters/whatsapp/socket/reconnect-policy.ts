import type { ChannelCause, ChannelStatus } from '#src/app/ports/channel.js';

import { backoffMs } from './backoff.js';

/** Why a connection ended. */
export interface Disconnect {
  /** Baileys' DisconnectReason or WhatsApp's own code; null when there was none. */
  readonly code: number | null;
  /**
   * True when WhatsApp itself said so in a stanza. Baileys gives the status of a refused HTTP upgrade in the same
   * place: a proxy's 401 must not look like a logout.
   */
  readonly fromWhatsApp: boolean;
}

export interface ReconnectContext {
  /** The bot is linked to a phone. */
  readonly paired: boolean;
  /** Why a phone that began to link the bot on this connection did not get through, or null. */
  readonly linkFailure: 'passkey_demanded' | 'pairing_failed' | null;
  /** Tries since the connection last held. */
  readonly attempts: number;
  /** A QR code was shown on this connection. */
  readonly qrShown: boolean;
  /** Rounds of QR codes that were not scanned, this one included. */
  readonly qrRounds: number;
  readonly mayPairUnwatched: number;
  /** A number from 0 up to 1. */
  readonly random: number;
}

export interface ReconnectDecision {
  readonly state: ChannelStatus['state'];
  readonly cause: ChannelCause;
  /** `give_up`: no further try until one is asked for. */
  readonly action: 'reconnect_now' | 'reconnect_after' | 'wipe_and_pair' | 'give_up';
  readonly delayMs: number;
}

const FIRST_MS = 500;
const LAST_MS = 60_000;
/** For trouble that another try is unlikely to end, without ever giving the session up. */
const SLOW_MS = 10 * 60_000;
const TRIES_OF_A_BAD_SESSION = 3;
const RESTARTS_AT_ONCE = 3;

/** What to do after a connection has ended. A working session is wiped only when WhatsApp says that it is gone. */
export function decideReconnect(
  disconnect: Disconnect,
  context: ReconnectContext,
): ReconnectDecision {
  if (!context.paired) return decideUnpaired(disconnect, context);
  const code = disconnect.code;
  if (code === 411) return slowly('multi_device_mismatch', context);
  if (!disconnect.fromWhatsApp)
    return again(code === 503 ? 'service_unavailable' : 'connection_lost', context);
  switch (code) {
    case 515:
      return context.attempts < RESTARTS_AT_ONCE
        ? decision('connecting', 'restart_required', 'reconnect_now')
        : again('restart_required', context);
    case 440:
      return decision('replaced', 'another_connection', 'give_up');
    case 401:
      return decision('logged_out', 'unlinked', 'wipe_and_pair');
    case 406: // a logout without a named reason: an admin decides whether to pair anew
      return decision('logged_out', 'unlinked', 'give_up');
    case 402: // banned for a time
    case 403:
      return decision('banned', 'account_banned', 'give_up');
    case 405:
    case 409: // the client's name is refused
      return decision('outdated', 'client_outdated', 'give_up');
    case 500:
      return context.attempts < TRIES_OF_A_BAD_SESSION
        ? again('bad_session', context)
        : slowly('bad_session', context);
    case 503:
      return again('service_unavailable', context);
    case null:
    default:
      return again('connection_lost', context);
  }
}

/** Nothing can be lost here: keys of a device that is not linked are of no use. */
function decideUnpaired(disconnect: Disconnect, context: ReconnectContext): ReconnectDecision {
  const { code, fromWhatsApp } = disconnect;
  // Another try would end the same way: an admin has to do something first.
  if (context.linkFailure === 'passkey_demanded')
    return decision('passkey', 'passkey_demanded', 'give_up');
  if (context.linkFailure === 'pairing_failed')
    return decision('logged_out', 'pairing_failed', 'give_up');
  if (fromWhatsApp && (code === 405 || code === 409))
    return decision('outdated', 'client_outdated', 'give_up');
  if (code === 408 && context.qrShown) {
    return context.qrRounds < context.mayPairUnwatched
      ? decision('pairing', 'qr_expired', 'reconnect_now')
      : decision('waiting', 'qr_expired', 'give_up');
  }
  return again(fromWhatsApp && code === 503 ? 'service_unavailable' : 'connection_lost', context);
}

function decision(
  state: ReconnectDecision['state'],
  cause: ChannelCause,
  action: ReconnectDecision['action'],
): ReconnectDecision {
  return { state, cause, action, delayMs: 0 };
}

function again(cause: ChannelCause, context: ReconnectContext): ReconnectDecision {
  const delayMs = backoffMs({
    attempt: context.attempts + 1,
    firstMs: FIRST_MS,
    lastMs: LAST_MS,
    random: context.random,
  });
  return { state: 'connecting', cause, action: 'reconnect_after', delayMs };
}

function slowly(cause: ChannelCause, context: ReconnectContext): ReconnectDecision {
  const delayMs = Math.round(SLOW_MS * (1 + context.random / 2));
  return { state: 'connecting', cause, action: 'reconnect_after', delayMs };
}
