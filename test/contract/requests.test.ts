import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { systemRandom } from '#src/adapters/crypto/random.js';
import { makeRequestCode } from '#src/domain/login-request.js';
import {
  allAtOnce,
  contract,
  digest,
  later,
  newChat,
  newPhone,
  NOON,
  register,
  type Parts,
  writerIn,
} from './parts.js';

const LIFETIME_MS = 300_000;

async function ask({ store }: Parts) {
  const request = {
    ...{ id: randomUUID(), code: makeRequestCode((limit) => systemRandom.below(limit)) },
    ...{ bindingDigest: digest(), browser: 'Chrome', system: null, number: 42, next: '/a' },
    expiresAt: later(LIFETIME_MS),
  };
  await store.loginRequests.create({ ...request, now: NOON });
  return request;
}

contract('login requests', (parts) => {
  it('come back in the browser that asked, and in no other', async () => {
    const { loginRequests } = parts().store;
    const { id, bindingDigest, browser, system, number, next, expiresAt } = await ask(parts());
    expect(await loginRequests.find(id, bindingDigest)).toEqual({
      ...{ id, browser, system, number, next, expiresAt, createdAt: NOON },
      ...{ status: 'pending', isAsked: false, accountId: null, consumedAt: null },
    });
    expect(await loginRequests.find(id, digest())).toBeNull();
  });

  it('go to one of ten chats', async () => {
    const { code } = await ask(parts());
    const claims = await allAtOnce(10, () =>
      parts().store.loginRequests.claim({ code, chat: newChat(), now: NOON }),
    );
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
  });

  it('take one of ten answers', async () => {
    const { loginRequests } = parts().store;
    const { id: accountId } = await register(parts());
    const { code } = await ask(parts());
    const chat = newChat();
    await loginRequests.claim({ code, chat, now: NOON });
    const answers = await allAtOnce(10, (at) =>
      loginRequests.answer({ chat, accountId, number: 40 + at, now: NOON, completeUntil: NOON }),
    );
    expect(answers.filter((answer) => answer !== null)).toHaveLength(1);
  });

  it('that are approved are consumed by one of ten, and can be for a while', async () => {
    const { loginRequests } = parts().store;
    const { id: accountId } = await register(parts());
    const { id, code, bindingDigest } = await ask(parts());
    const chat = newChat();
    await loginRequests.claim({ code, chat, now: NOON });
    const now = later(LIFETIME_MS - 1);
    const completeUntil = later(LIFETIME_MS + 60_000);
    await loginRequests.answer({ chat, accountId, number: 42, now, completeUntil });
    expect(await loginRequests.consume({ id, bindingDigest: digest(), now })).toBeNull();
    const late = later(LIFETIME_MS + 1);
    const done = await allAtOnce(10, () => loginRequests.consume({ id, bindingDigest, now: late }));
    expect(done.filter((request) => request !== null)).toMatchObject([{ accountId }]);
  });

  it('are given up when the chat opens another, denied and swept', async () => {
    const { loginRequests } = parts().store;
    const [first, second] = [await ask(parts()), await ask(parts())];
    const chat = newChat();
    await loginRequests.claim({ code: first.code, chat, now: NOON });
    await loginRequests.claim({ code: second.code, chat, now: NOON });
    expect(await loginRequests.find(first.id, first.bindingDigest)).toMatchObject({
      status: 'denied',
    });
    expect(await loginRequests.deny(chat, NOON)).toBe(second.id);
    expect(await loginRequests.deny(chat, NOON)).toBeNull();
    expect(await loginRequests.sweep(later(LIFETIME_MS + 1))).toBeGreaterThanOrEqual(2);
    expect(await loginRequests.find(first.id, first.bindingDigest)).toBeNull();
  });
});

contract('requests for another number', (parts) => {
  it('are one at a time, however many ask at once, and taken up once', async () => {
    const { numberChanges } = parts().store;
    const { id: accountId } = await register(parts());
    const expiresAt = later(LIFETIME_MS);
    const phones = Array.from({ length: 10 }, newPhone);
    const numberChangeRequest = { from: writerIn(newChat()), expiresAt, now: NOON };
    const asked = await Promise.all(
      phones.map((phone) =>
        numberChanges.ask({ ...numberChangeRequest, id: randomUUID(), accountId, phone }),
      ),
    );
    expect(asked.filter(Boolean)).toHaveLength(1);
    const taken = await allAtOnce(5, () => numberChanges.take(accountId, later(1)));
    const winners = taken.flatMap((to) => (to === null ? [] : [to.phone]));
    expect(winners).toEqual([phones[asked.indexOf(true)]]);
  });

  it('end by themselves, and are recorded without an account as often as anybody asks', async () => {
    const { numberChanges } = parts().store;
    const { id: accountId } = await register(parts());
    const numberChangeRequest = {
      phone: newPhone(),
      from: writerIn(newChat()),
      expiresAt: later(1),
    };
    const ask = (owner: string | null, now = NOON) =>
      numberChanges.ask({ ...numberChangeRequest, id: randomUUID(), accountId: owner, now });
    expect(await ask(accountId)).toBe(true);
    expect(await numberChanges.take(accountId, later(1))).toBeNull();
    expect(await ask(accountId, later(1))).toBe(true);
    expect([await ask(null), await ask(null)]).toEqual([true, true]);
    await numberChanges.drop(accountId, later(1));
    expect(
      await numberChanges.sweep({ before: later(2), decoysBefore: later(0) }),
    ).toBeGreaterThanOrEqual(4);
  });
});
