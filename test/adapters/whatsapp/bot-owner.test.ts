import { afterEach, describe, expect, it } from 'vitest';

import type { BotOwner } from '#src/adapters/whatsapp/bot-owner.js';

import { until } from '../../support/until.js';
import { createContenders, createLease, TIMING } from './owner-stage.js';

const { contender, stopAll } = createContenders();
afterEach(stopAll);

const opened = ({ owner }: { owner: BotOwner }) =>
  until('an open connection', () => owner.status().state === 'open');

describe('the owner of the number', () => {
  it('is one of many, and the next one takes over as soon as it stops', async () => {
    const leases = createLease();
    const first = contender(leases, 'a');
    const second = contender(leases, 'b');
    first.owner.start();
    await opened(first);
    second.owner.start();
    expect(second.owner.status()).toMatchObject({ state: 'waiting', cause: 'not_owner' });
    const stopped = Date.now();
    await first.owner.stop();
    await opened(second);
    expect(Date.now() - stopped).toBeLessThan(TIMING.ttlMs);
    expect(first.terms[0]?.calls).toEqual(['start', 'stop']);
    expect([first.terms[0]?.epoch, second.terms[0]?.epoch]).toEqual([1n, 2n]);
    expect(second.takeOvers()).toBe(1);
    expect(first.posted.at(-1)).toMatchObject({ state: 'stopped', cause: 'asked_to_stop' });
  });

  it('keeps the lease for longer than its time by renewing it', async () => {
    const leases = createLease();
    const first = contender(leases, 'a');
    const second = contender(leases, 'b');
    first.owner.start();
    await opened(first);
    second.owner.start();
    const begun = Date.now();
    await until('three times the lease', () => Date.now() - begun > 3 * TIMING.ttlMs);
    expect(first.owner.status().state).toBe('open');
    expect(second.terms).toHaveLength(0);
  });

  it('stops its connection when the lease is somebody else’s', async () => {
    const leases = createLease();
    const first = contender(leases, 'a');
    first.owner.start();
    await opened(first);
    leases.take('b');
    await until('the stop', () => first.terms[0]?.calls.includes('stop'));
    await until('waiting', () => first.owner.status().state === 'waiting');
    expect(first.posted.map(({ state }) => state)).toEqual(['open']);
  });

  it('stops before its lease runs out while the database is unreachable and another waits', async () => {
    const leases = createLease();
    const first = contender(leases, 'a');
    const second = contender(leases, 'b');
    first.owner.start();
    await opened(first);
    second.owner.start();
    await until('an answer that tells', async () => {
      const hold = await leases.renew({ name: '', owner: 'a', epoch: 1n, ttlMs: TIMING.ttlMs });
      return hold?.wanted;
    });
    const told = Date.now();
    await until('a renewal', () => Date.now() - told > TIMING.ttlMs / 2);
    leases.down = true;
    const down = Date.now();
    await until('the stop', () => first.terms[0]?.calls.includes('stop'));
    expect(Date.now() - down).toBeLessThan(TIMING.ttlMs);
    leases.down = false;
    await until('another term', () => first.terms.length + second.terms.length === 2);
  });

  it('case C3: keeps its number through an outage of the database while no other instance waits', async () => {
    const leases = createLease();
    const first = contender(leases, 'a');
    first.owner.start();
    await opened(first);
    const begun = Date.now();
    await until('a renewal', () => Date.now() - begun > TIMING.ttlMs / 2);
    leases.down = true;
    const down = Date.now();
    await until('three times the lease', () => Date.now() - down > 3 * TIMING.ttlMs);
    leases.down = false;
    expect(first.owner.status().state).toBe('open');
    expect(first.terms.map(({ calls }) => calls)).toEqual([['start']]);
  });

  it('leaves the number alone after another program has taken it, until an admin asks', async () => {
    const leases = createLease();
    const first = contender(leases, 'a');
    const second = contender(leases, 'b');
    first.owner.start();
    await opened(first);
    second.owner.start();
    first.terms[0]?.tell({ state: 'replaced', cause: 'another_connection' });
    await until('the pause', () => first.owner.status().state === 'replaced');
    const told = Date.now();
    await until('twice the lease', () => Date.now() - told > 2 * TIMING.ttlMs);
    expect([first.owner.status().state, second.terms.length]).toEqual(['replaced', 0]);
    expect(first.terms[0]?.calls).toEqual(['start']);
    await first.owner.command({ type: 'pair' });
    expect(first.terms[0]?.calls).toEqual(['start', 'pair']);
    expect(first.posted.map(({ state }) => state)).toEqual(['open', 'connecting', 'replaced']);
  });

  it('case C2: returns at once when the other login was an instance of ours that woke up', async () => {
    const leases = createLease();
    leases.lapsed = true;
    const first = contender(leases, 'a');
    first.owner.start();
    await opened(first);
    for (let login = 1; login <= 4; login += 1) {
      first.terms[0]?.tell({ state: 'replaced', cause: 'another_connection' });
      await until('an answer', () =>
        login <= 3
          ? first.terms[0]?.calls.filter((call) => call === 'pair').length === login
          : first.owner.status().state === 'replaced',
      );
    }
    // The fourth time it is another program after all.
    expect(first.terms[0]?.calls).toEqual(['start', 'pair', 'pair', 'pair']);
  });

  it('case C2: competes at once when the other login was the rightful owner’s', async () => {
    const leases = createLease();
    const first = contender(leases, 'a');
    first.owner.start();
    await opened(first);
    leases.take('b');
    first.terms[0]?.tell({ state: 'replaced', cause: 'another_connection' });
    await until('the stop', () => first.terms[0]?.calls.includes('stop'));
    await until('waiting', () => first.owner.status().state === 'waiting');
    leases.take('');
    await leases.release({ name: '', owner: '', epoch: 3n });
    await until('a second term', () => first.terms.length === 2);
  });

  it('ends its term when its writes are fenced off', async () => {
    const first = contender(createLease(), 'a');
    first.owner.start();
    await opened(first);
    first.terms[0]?.tell({ state: 'waiting', cause: 'not_owner' });
    await until('a second term', () => first.terms.length === 2);
    expect(first.terms[0]?.calls).toEqual(['start', 'stop']);
  });

  it('tries again when the keys cannot be loaded', async () => {
    const first = contender(createLease(), 'a', [new Error('the vault cannot be read')]);
    first.owner.start();
    await opened(first);
    expect(first.terms).toHaveLength(2);
  });

  it('passes commands on, and a pairing code asked for before the connection was there', async () => {
    const first = contender(createLease(), 'a');
    first.owner.start();
    await first.owner.command({ type: 'pair_by_code', phone: '+5511900000001' });
    await opened(first);
    await until('the code', () => first.terms[0]?.calls.includes('code +5511900000001'));
    await first.owner.command({ type: 'pair' });
    await first.owner.command({ type: 'logout' });
    expect(first.terms[0]?.calls.slice(-2)).toEqual(['pair', 'logout']);
  });
});
