import { beforeEach, expect, it } from 'vitest';
import { createSweep } from '#src/app/upkeep/sweep.js';
import { THROTTLES } from '#src/domain/throttle.js';
import { contract, newTaxId } from '../contract/parts.js';
import { CHROME, createStage, type Stage } from './stage.js';

contract('case B6: what anybody can insert', (parts) => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage(parts());
  });

  const ask = async (address: string): Promise<boolean> => {
    const asked = { next: null, browserToken: null, userAgent: CHROME, address };
    return (await stage.requests.ask(asked)).ok;
  };

  it('case B6: 200 login requests from 200 /64 of one /48 leave 180 rows at the most', async () => {
    const from = Array.from({ length: 200 }, (_, at) => `2001:db8:b6:${(at << 8).toString(16)}::1`);
    const asked: boolean[] = [];
    for (let at = 0; at < from.length; at += 10) {
      asked.push(...(await Promise.all(from.slice(at, at + 10).map(ask))));
    }
    expect(asked.filter((allowed) => allowed)).toHaveLength(3 * THROTTLES.loginRequestPerIp.limit);
  });

  it('case B6: login requests are capped altogether, and refused ones do not count there', async () => {
    const { loginRequestEverywhere } = THROTTLES;
    for (let others = 1; others < loginRequestEverywhere.limit; others += 1) {
      await stage.limiter.hit(loginRequestEverywhere, 'everybody');
    }
    expect(await ask('203.0.113.1')).toBe(true);
    expect(await ask('203.0.113.2')).toBe(false);
  });

  it('case B6: a session is not renewed without end', async () => {
    const { id: accountId } = await stage.person();
    const signedIn = await stage.signIn(accountId);
    let { refreshToken } = signedIn;
    let renewed = 0;
    for (let tries = 0; tries < THROTTLES.refreshPerSession.limit + 10; tries += 1) {
      const next = await stage.refreshSession(refreshToken);
      if (!next.ok) {
        expect(next.error).toMatchObject({ code: 'too_many_requests' });
        continue;
      }
      renewed += 1;
      ({ refreshToken } = next.value);
    }
    expect(renewed).toBe(THROTTLES.refreshPerSession.limit);
  });

  const sweepIn = (minutes: number) =>
    createSweep({
      ...{
        store: parts().store,
        clock: { now: () => new Date(stage.now().getTime() + minutes * 60_000) },
        log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      },
      eraseAccounts: () => Promise.resolve(0),
    })();

  it('case B6: a change of number of nobody is gone ten minutes later, that of somebody waits', async () => {
    const requests = (accountId: string | null) =>
      parts().database.prisma.numberChange.count({ where: { accountId } });
    const [stranger, other, person] = [
      await stage.stranger(),
      await stage.stranger(),
      await stage.person(),
    ];
    await stage.act(stranger, { type: 'askNumberChange', taxId: newTaxId() });
    await stage.act(other, { type: 'askNumberChange', taxId: person.taxId });
    await sweepIn(9);
    expect(await requests(null)).toBe(1);
    await sweepIn(11);
    expect(await requests(null)).toBe(0);
    expect(await requests(person.id)).toBe(1);
  });

  it('case B6: a code asked for in the name of nobody is gone a quarter of an hour later', async () => {
    const { store } = parts();
    const asked = await stage.requestCode({
      subject: { taxId: newTaxId() },
      ...{ purpose: 'login', browserToken: null, known: [], address: '203.0.113.7' },
    });
    if (!asked.ok) throw new Error('refused');
    expect(await store.challenges.find(asked.value.challengeId)).not.toBeNull();
    await sweepIn(16);
    expect(await store.challenges.find(asked.value.challengeId)).toBeNull();
  });
});
