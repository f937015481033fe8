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
    const held = await create('DDDD5555', mine);
    const chat = newChat();
    await loginRequests.claim({ code: 'BBBB3333' as RequestCode, chat, now: NOON });
    await loginRequests.deny(chat, NOON);
    await loginRequests.claim({ code: 'DDDD5555' as RequestCode, chat: newChat(), now: NOON });
    const ask = (id: string) => ({ id, bindingDigest: mine });
    const asked = [
      ask(denied),
      ask(foreign),
      ask(pending),
      ask(randomUUID()),
      ask(denied),
      ask(held),
    ];
    const expiresAt = later(1000);
    const no = { status: 'denied', isAsked: true, expiresAt };
    const open = { status: 'pending', isAsked: false, expiresAt };
    const taken = { status: 'pending', isAsked: true, expiresAt };
    expect(await loginRequests.standings(asked)).toEqual([no, null, open, null, no, taken]);
    expect(await loginRequests.standings([])).toEqual([]);
  });
});
