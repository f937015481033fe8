import { createAccessCopy } from '#bot-flows/copy/access-copy.js';
import { COPY } from '#bot-flows/copy/catalogue.js';
import { systemClock } from '#src/adapters/crypto/clock.js';
import { systemRandom } from '#src/adapters/crypto/random.js';
import { createEventLog } from '#src/adapters/logging/event-log.js';
import { createMemoryChannelBoard } from '#src/adapters/memory/channel-board.js';
import { createMemoryEventBus } from '#src/adapters/memory/event-bus.js';
import { createMemoryRateLimiter } from '#src/adapters/memory/rate-limiter.js';
import { createTimers } from '#src/adapters/timing/timers.js';
import { issueLoginLink } from '#src/app/sign-in/link/magic-link.js';
import { readConfig } from '#src/config/config.js';
import type { Jid } from '#src/domain/jid.js';
import { parsePersonName } from '#src/domain/person-name.js';
import { parsePhone } from '#src/domain/phone.js';
import { parseTaxId } from '#src/domain/tax-id.js';
import { composeWeb } from '#src/main/compose/web.js';
import { openStorage } from '#src/main/open-storage.js';
import { withEvents } from '../../support/events.js';
import { sampleCpf } from '../../support/sample-cpf.js';
import { SAO_PAULO } from '../../support/time-zone.js';
import { atOnce } from './at-once.js';
import type { Person, ToEdge } from './edge-process.js';

/* The HTTP edge as the product composes it, in a process of its own, on the database of DATABASE_URL. No bot runs beside it:
   what it has to send is taken out of the outbox and counted as sent when the bench asks for it. */

const OPEN = {
  ...({ state: 'open', cause: null, since: new Date(), phone: null, qr: null } as const),
  ...{ pairingCode: null, heldUntil: null },
};
/** What pages asked for goes out within this time. */
const SOON_MS = 1_000;

const config = readConfig(process.env);
const log = createEventLog({ level: 'warn' });
const storage = await openStorage({
  ...{ config, log },
  onFatal: (error) => {
    throw error;
  },
});
const bus = createMemoryEventBus();
const store = withEvents(storage.store, { bus });
const copy = COPY['pt-BR'];
const web = await composeWeb(
  {
    storage: { ...storage, store },
    shared: {
      ...{ bus, board: createMemoryChannelBoard(OPEN), limiter: createMemoryRateLimiter() },
      ...{ checkRedis: null, leaveBoard: () => undefined, close: () => Promise.resolve() },
    },
    ...{ clock: systemClock, random: systemRandom, timers: createTimers(log), log, copy },
    accessCopy: createAccessCopy({ copy, timeZone: SAO_PAULO }),
  },
  config,
);

async function addPerson(number: number): Promise<Person> {
  const taxId = parseTaxId(sampleCpf(300_000_000 + number));
  const phone = parsePhone(`55119${String(10_000_000 + number)}`, 'br');
  const name = parsePersonName('Ana Pereira');
  if (!taxId.ok || !phone.ok || !name.ok) throw new Error('the sample person is not valid');
  const [id, now] = [systemRandom.id(), systemClock.now()];
  const chat = `${String(900_000_000_000 + number)}@lid` as Jid;
  await store.accounts.create({
    ...{ id, numberId: systemRandom.id(), taxId: taxId.value, name: name.value },
    ...{ phone: phone.value, consentedAt: now, now },
  });
  await store.transaction(async ({ conversations }) => {
    await conversations.lock({ chat, phone: phone.value, now });
    const snapshot = { version: 1, state: null };
    await conversations.save({ chat, snapshot, lastInboundAt: now, now });
  });
  return { id, taxId: taxId.value, chat };
}

/** Counts all that waits as sent. @returns each chat's code */
async function takeCodes(): Promise<readonly (readonly [string, string])[]> {
  const codes: (readonly [string, string])[] = [];
  for (;;) {
    const now = systemClock.now();
    const soon = new Date(now.getTime() + SOON_MS);
    const items = await store.outbox.claim({
      worker: 'bench',
      limit: 100,
      leaseMs: 1_000,
      now: soon,
    });
    if (items.length === 0) return codes;
    for (const { messageId, chat, text } of items) {
      await store.outbox.markSent(messageId, now);
      if (/^\d{6}$/.test(text)) codes.push([chat, text]);
    }
  }
}

function issueLinks(accountIds: readonly string[]): Promise<readonly string[]> {
  const deps = { random: systemRandom, digests: storage.digests, publicUrl: config.publicUrl };
  return atOnce(accountIds, async (accountId) => {
    const { url } = await issueLoginLink(deps, store, { accountId, now: systemClock.now() });
    return new URL(url).pathname;
  });
}

async function answer(asked: ToEdge): Promise<unknown> {
  switch (asked.type) {
    case 'addPeople':
      return atOnce(
        Array.from({ length: asked.count }, (_, at) => asked.from + at),
        addPerson,
      );
    case 'takeCodes':
      return takeCodes();
    case 'issueLinks':
      return issueLinks(asked.accountIds);
  }
}

const { port } = await web.server.listen({ port: config.port, host: '127.0.0.1' });
process.on('message', (asked: ToEdge) => {
  void answer(asked).then((value) => process.send?.({ id: asked.id, value }));
});
process.send?.({ port });
