import type { MessageChannel } from '#src/app/ports/channel.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import { fail, ok } from '#src/domain/result.js';

import { encryptDecoy } from './encrypt-decoy.js';
import type { SentIds } from './hand-written.js';
import { readDisconnect } from '../socket/read-disconnect.js';
import type { SocketSession } from '../socket/socket-session.js';

/** Sends over the socket that is open, if one is. */
export function createSender(deps: {
  readonly open: () => SocketSession | null;
  readonly sentIds: Pick<SentIds, 'add'>;
  readonly log: EventLog;
}): MessageChannel {
  const { log } = deps;
  return {
    async send({ chat, messageId, text, expiration = 0 }) {
      const session = deps.open();
      if (!session) return fail({ code: 'not_connected', reason: 'no open connection' });
      deps.sentIds.add(messageId);
      const acknowledgement = session.acks.expect(messageId);
      try {
        // Without `linkPreview: null` the library may open a login link itself.
        const sending = session.socket.sendMessage(
          chat,
          { text, linkPreview: null },
          { messageId, ...(expiration > 0 && { ephemeralExpiration: expiration }) },
        );
        await whileOpen(session, sending);
      } catch (error) {
        acknowledgement.forget();
        const code = isRefusal(error) ? 'refused' : 'not_connected';
        log.warn('whatsapp.send_failed', { messageId, code, status: refusalCode(error) });
        return fail({ code, reason: `status ${refusalCode(error) ?? 'unknown'}` });
      }
      if (!(await session.gate.left())) {
        acknowledgement.forget();
        return fail({
          code: 'not_connected',
          reason: 'the connection ended before the bytes left',
        });
      }
      const outcome = await acknowledgement.outcome();
      switch (outcome.kind) {
        case 'ended':
          return fail({
            code: 'not_connected',
            reason: 'the connection ended before it was taken',
          });
        case 'refused':
          return fail({ code: 'refused', reason: outcome.code });
        case 'silent':
          log.warn('whatsapp.unacknowledged', { messageId });
          return ok(null);
        case 'taken':
          return ok(null);
      }
    },
    async sendDecoy({ text }) {
      const session = deps.open();
      if (!session) return fail({ code: 'not_connected', reason: 'no open connection' });
      try {
        await whileOpen(session, encryptDecoy(session.socket, text));
        if (await session.durable()) return ok(null);
        return fail({ code: 'not_connected', reason: 'the keys are not durable' });
      } catch (error) {
        const reason = error instanceof Error ? error.message : 'unknown';
        log.warn('whatsapp.decoy_failed', { reason });
        return fail({ code: 'not_connected', reason });
      }
    },
    async showTyping(chat) {
      const session = deps.open();
      if (!session) return;
      try {
        await session.socket.sendPresenceUpdate('composing', chat);
      } catch (error) {
        log.info('whatsapp.typing_lost', { status: refusalCode(error) });
      }
    },
  };
}

/** The library asks a dead socket for a minute about a recipient's devices, and all other messages wait meanwhile. */
function whileOpen({ gate }: SocketSession, sending: Promise<unknown>): Promise<void> {
  return new Promise((resolve, reject) => {
    const forget = gate.onClosed(() => reject(new Error('the connection ended')));
    sending.then(() => resolve(), reject).finally(forget);
  });
}

/** WhatsApp's answer to a query about the recipient: forbidden, unknown or gone. Anything else may pass. */
const REFUSALS: ReadonlySet<number | null> = new Set([403, 404, 406, 410]);

function isRefusal(error: unknown): boolean {
  return REFUSALS.has(refusalCode(error));
}

/** An error node in WhatsApp's answer carries its code in `data`, a failure of the socket in the status. */
function refusalCode(error: unknown): number | null {
  const data = typeof error === 'object' && error !== null && 'data' in error ? error.data : null;
  return typeof data === 'number' ? data : readDisconnect(error).code;
}
