import { expect, it } from 'vitest';
import { createFieldCipher } from '#src/adapters/crypto/field-cipher.js';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';
import { createKeyedIndex } from '#src/adapters/crypto/keyed-index.js';
import { systemRandom } from '#src/adapters/crypto/random.js';
import { createMemoryRateLimiter } from '#src/adapters/memory/rate-limiter.js';
import { createStore } from '#src/adapters/postgres/store.js';
import { createJoinedNotices } from '#src/app/delivery/joined-notices.js';
import { createOwnDeletion } from '#src/app/account/own-deletion.js';
import { tellOwner } from '#src/app/delivery/notify-owner.js';
import type { Store } from '#src/app/ports/tables/store.js';
import { createAccessCopy } from '#bot-flows/copy/access-copy.js';
import { COPY } from '#bot-flows/copy/catalogue.js';
import { allAtOnce, contract } from '../contract/parts.js';
import { createStage, type Stage } from './stage.js';
import { withEvents } from '../support/events.js';
import { SAO_PAULO } from '../support/time-zone.js';

const MINUTE_MS = 60_000;

contract('notices to the owner', (parts) => {
  const copy = createAccessCopy({ copy: COPY['pt-BR'], timeZone: SAO_PAULO });

  function otherInstance(): Store {
    const { database, masterKeys } = parts();
    const keyRing = createKeyRing(masterKeys);
    const [cipher, index] = [createFieldCipher(keyRing), createKeyedIndex(keyRing)];
    return withEvents(
      createStore({ db: database.db, transaction: database.transaction, cipher, index }),
      parts(),
    );
  }

  function joined(stage: Stage, store = parts().store) {
    const quiet = () => undefined;
    return createJoinedNotices({
      ...{ store, copy, random: systemRandom, clock: { now: stage.now } },
      log: { info: quiet, warn: quiet, error: quiet },
    });
  }

  it('case B7: 24 made-up devices at once over two instances are one alert and one summary', async () => {
    const stage = createStage(parts());
    const { id: accountId, chat } = await stage.person();
    await stage.sentTo(chat);
    const other = otherInstance();
    await allAtOnce(24, (number) => {
      const device = `Mozilla/5.0 Made/${number}`;
      const at = { accountId, topic: 'sign_in', now: stage.now() } as const;
      const store = number % 2 === 0 ? parts().store : other;
      return store.transaction((tables) =>
        tellOwner({ random: systemRandom }, tables, { ...at, text: device }),
      );
    });
    const first = await stage.sentTo(chat);
    expect(first).toHaveLength(1);
    stage.pass(5 * MINUTE_MS);
    await allAtOnce(6, (number) => joined(stage, number % 2 === 0 ? parts().store : other)());
    const [summary, ...more] = await stage.sentTo(chat);
    expect(more).toEqual([]);
    expect(summary).toMatch(/^Mais 23 entradas na sua conta\. A última:\nMozilla\/5\.0 Made\/\d+$/);
  });

  it('case B7: a new device is told at once, the next ones together, and the one after that at once again', async () => {
    const stage = createStage(parts());
    const { id, chat } = await stage.person();
    await stage.sentTo(chat);
    const [chrome, firefox, edge] = ['Chrome/1', 'Firefox/1', 'Edg/1'];
    await stage.signIn(id, `Windows ${chrome}`);
    await stage.signIn(id, `Windows ${firefox}`);
    await stage.signIn(id, `Windows ${edge}`);
    expect(await stage.sentTo(chat)).toHaveLength(1);
    stage.pass(5 * MINUTE_MS - 1);
    expect(await joined(stage)()).toBe(0);
    stage.pass(1);
    expect(await joined(stage)()).toBe(1);
    expect(await joined(stage)()).toBe(0);
    const [summary] = await stage.sentTo(chat);
    expect(summary).toMatch(/^Mais 2 entradas na sua conta\. A última:\nsigned in Edge/);
    stage.pass(5 * MINUTE_MS);
    await stage.signIn(id, 'Android Chrome/1');
    expect(await stage.sentTo(chat)).toHaveLength(1);
  });

  it('case B7: one that was held back comes in its own words, and none is lost when another topic is loud', async () => {
    const stage = createStage(parts());
    const { id: accountId, chat } = await stage.person();
    await stage.sentTo(chat);
    const tell = (topic: 'sign_in' | 'password', text: string) =>
      parts().store.transaction((tables) =>
        tellOwner({ random: systemRandom }, tables, { accountId, topic, text, now: stage.now() }),
      );
    for (const text of ['one', 'two', 'three']) await tell('sign_in', text);
    await tell('password', 'the password');
    await tell('password', 'the password again');
    expect(await stage.sentTo(chat)).toEqual(['one', 'the password']);
    stage.pass(5 * MINUTE_MS);
    await joined(stage)();
    expect([...(await stage.sentTo(chat))].sort()).toEqual([
      'Mais 2 entradas na sua conta. A última:\nthree',
      'the password again',
    ]);
  });

  it('case B7: 40 deletions scheduled and called off are one message; the sixth in an hour is refused', async () => {
    const stage = createStage(parts());
    const { id: accountId, chat } = await stage.person();
    const { sessionId } = await stage.signIn(accountId);
    await stage.sentTo(chat);
    const limiter = createMemoryRateLimiter();
    const deletion = createOwnDeletion({
      ...{ store: parts().store, random: systemRandom, clock: { now: stage.now }, limiter, copy },
    });
    const answers: string[] = [];
    for (let round = 0; round < 40; round += 1) {
      const asked = await deletion.schedule({ accountId, sessionId });
      answers.push(asked.ok ? 'ok' : asked.error.code);
      await deletion.cancel({ accountId, sessionId });
    }
    expect(answers).toEqual([
      ...Array<string>(5).fill('ok'),
      ...Array<string>(35).fill('too_many_requests'),
    ]);
    expect(await stage.sentTo(chat)).toHaveLength(1);
    stage.pass(5 * MINUTE_MS);
    // Called off: what was held back is no longer true.
    expect(await joined(stage)()).toBe(0);
  });

  it('case B7: windows that hold nothing back are forgotten, the others are not', async () => {
    const stage = createStage(parts());
    const { id: accountId } = await stage.person();
    const { ownerNotices } = parts().store;
    const notice = { accountId, text: 'x', windowMs: 1000, now: stage.now() };
    await ownerNotices.goesOutNow({ ...notice, topic: 'google' });
    await ownerNotices.goesOutNow({ ...notice, topic: 'password' });
    await ownerNotices.goesOutNow({ ...notice, topic: 'password' });
    stage.pass(1);
    await ownerNotices.sweep(stage.now());
    const kept = await parts().database.prisma.ownerNotice.findMany({ where: { accountId } });
    expect(kept.map(({ topic, held }) => [topic, held])).toEqual([['password', 1]]);
  });
});

it.each([COPY['pt-BR'], COPY.en])('case B7: a summary fits one message', (words) => {
  const copy = createAccessCopy({ copy: words, timeZone: SAO_PAULO });
  const at = new Date('2026-11-29T12:00:00Z');
  const texts = {
    sign_in: copy.signedIn({ browser: 'Samsung Internet', system: 'Windows', at }),
    copied_session: copy.sessionCopied({ at }),
    password: copy.passwordChanged({ at }),
    google: copy.googleLinked({ at }),
    google_unlinked: copy.googleUnlinked({ at }),
    deletion: copy.deletionScheduled({ dueAt: at }),
    name: copy.nameChanged({ at }),
    number_wait: copy.numberWaitAsked({ opensAt: at }),
  } as const;
  for (const topic of Object.keys(texts) as (keyof typeof texts)[]) {
    const summary = copy.joined({ topic, count: 1234, text: texts[topic] });
    expect(summary).toContain('1234');
    expect(summary.length).toBeLessThanOrEqual(300);
    expect(copy.joined({ topic, count: 1, text: texts[topic] })).toBe(texts[topic]);
  }
});
