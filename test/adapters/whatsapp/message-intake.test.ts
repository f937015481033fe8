import { proto } from '@whiskeysockets/baileys';
import { expect, it } from 'vitest';

import { createMessageIntake } from '#src/adapters/whatsapp/messages/message-intake.js';
import type { Receipt } from '#src/app/ports/channel.js';

const quiet = () => undefined;

it('one stanza that names a thousand messages leads to 200 receipts at most', () => {
  const stored: Receipt[] = [];
  const intake = createMessageIntake({
    handlers: {
      onMessage: () => Promise.resolve(),
      onReceipt: (receipt) => Promise.resolve(void stored.push(receipt)),
      onHandWritten: () => Promise.resolve(),
      onIdentityChange: () => Promise.resolve(),
    },
    keys: { numberOfLid: () => null, identityOf: () => null },
    sentIds: { has: () => false },
    clock: { now: () => new Date('2026-11-23T12:00:00Z') },
    log: { info: quiet, warn: quiet, error: quiet },
    allowedNumbers: 'br',
    random: () => 0,
  });
  intake.update(
    Array.from({ length: 1000 }, (_, number) => ({
      key: { fromMe: true, id: `3EB0${number.toString(16).toUpperCase().padStart(18, '0')}` },
      update: { status: proto.WebMessageInfo.Status.READ },
    })),
  );
  expect(stored).toHaveLength(200);
});
