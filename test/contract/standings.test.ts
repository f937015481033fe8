import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { RequestCode } from '#src/domain/login-request.js';
import { contract, digest, later, newChat, NOON } from './parts.js';

contract('how many requests stand', (parts) => {
  async function create(code: string, bindingDigest: Uint8Array): Promise<string> {
    const id = randomUUID();
    await parts().store.loginRequests.create({
      ...{ id, code: code as RequestCode, bindingDigest, browser: null, system: null, number: 47 },
      ...{ next: null, expiresAt: later(1000), now: NOON },
    });
    return id;
  }

  it('is told in one statement, each in its own browser, in the order asked', async () => {
    const { loginRequests } = parts().store;
    const [mine, others] = [digest(), digest()];
    const [pending, denied, foreign] = [
      await create('AAAA2222', mine),
      await create('BBBB3333', mine),
      await create('CCCC4444', others),
    ];
    const chat = newChat();
    await loginRequests.claim({ code: 'BBBB3333' as RequestCode, chat, now: NOON });
    await loginRequests.deny(chat, NOON);
    const ask = (id: string) => ({ id, bindingDigest: mine });
    const asked = [ask(denied), ask(foreign), ask(pending), ask(randomUUID()), ask(denied)];
    const no = { status: 'denied', expiresAt: later(1000) };
    const open = { status: 'pending', expiresAt: later(1000) };
    expect(await loginRequests.standings(asked)).toEqual([no, null, open, null, no]);
    expect(await loginRequests.standings([])).toEqual([]);
  });
});
