import type { EventLog } from '#src/app/ports/event-log.js';

import type { PairingSign } from './pairing-signs.js';
import type { SocketSession } from '../socket/socket-session.js';
import type { StatusBoard } from '../socket/status-board.js';

/** The linking of the bot to a phone on one connection after another: codes, and what can go wrong. */
export interface DeviceLinking {
  /** A connection that shows QR codes begins. */
  opened(session: SocketSession): void;
  sign(sign: PairingSign): void;
  /** Whether a QR code may be shown: not after WhatsApp has asked for a passkey. */
  showsQr(): boolean;
  /** Asks for a code for this number as soon as a connection can. */
  wantCode(digits: string): void;
  requestWantedCode(): Promise<void>;
  /** The connection has ended, or an admin begins anew. @returns why linking failed on it, or null */
  closed(): 'passkey_demanded' | 'pairing_failed' | null;
}

/** WhatsApp answers a request for a code within a second. */
const CODE_ANSWER_MS = 10_000;
/** From the phone's first stanza to the link it takes seconds. */
const LINK_MS = 45_000;

export function createDeviceLinking(deps: {
  readonly status: StatusBoard;
  readonly log: EventLog;
  /** Ends the connection: the phone has begun to link, and it comes to no end. */
  readonly giveUp: () => void;
}): DeviceLinking {
  const { status, log } = deps;
  let session: SocketSession | null = null;
  let wanted: string | null = null;
  let failure: 'passkey_demanded' | 'pairing_failed' | null = null;
  let answer: ((accepted: boolean) => void) | null = null;
  let deadline: NodeJS.Timeout | undefined;

  function demand(): void {
    if (failure === 'passkey_demanded') return;
    failure = 'passkey_demanded';
    clearTimeout(deadline);
    log.warn('whatsapp.passkey_demanded');
    status.set({ state: 'passkey', cause: failure, qr: null, pairingCode: null });
  }

  function begin(): void {
    if (failure !== null) return;
    failure = 'pairing_failed';
    deadline = setTimeout(() => {
      log.warn('whatsapp.pairing_failed', { reason: 'no end in time' });
      deps.giveUp();
    }, LINK_MS);
  }

  async function whetherAccepted(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const accepted = await new Promise<boolean>((resolve) => {
      answer = resolve;
      timer = setTimeout(resolve, CODE_ANSWER_MS, false);
    });
    clearTimeout(timer);
    answer = null;
    return accepted;
  }

  async function requestWantedCode(): Promise<void> {
    const live = session;
    const digits = wanted;
    if (!live || digits === null) return;
    wanted = null;
    try {
      const accepted = whetherAccepted();
      const pairingCode = await live.socket.requestPairingCode(digits);
      const isShown = await accepted;
      if (session !== live || failure !== null) return;
      if (isShown) {
        status.set({ pairingCode });
        return;
      }
      log.warn('whatsapp.pairing_code_refused');
      status.set({ cause: 'code_refused', pairingCode: null });
    } catch (error) {
      log.error('whatsapp.pairing_code_failed', { error });
      if (session === live) status.set({ cause: 'code_refused', pairingCode: null });
    }
  }

  return {
    opened(opened) {
      session = opened;
      failure = null;
    },
    sign(sign) {
      switch (sign) {
        case 'passkey_demanded':
          demand();
          return;
        case 'begun':
          begin();
          return;
        case 'code_accepted':
        case 'code_refused':
          answer?.(sign === 'code_accepted');
      }
    },
    showsQr: () => failure !== 'passkey_demanded',
    wantCode: (digits) => void (wanted = digits),
    requestWantedCode,
    closed() {
      clearTimeout(deadline);
      answer?.(false);
      session = null;
      const why = failure;
      failure = null;
      return why;
    },
  };
}
