import { describe, expect, it } from 'vitest';
import { createPasswordHasher } from '#src/adapters/crypto/password-hasher.js';
import { createSemaphore } from '#src/adapters/crypto/semaphore.js';
import { TooBusyError } from '#src/app/ports/crypto/password-hasher.js';

const hasher = createPasswordHasher();

describe('the password hasher', () => {
  it('hashes with argon2id and the OWASP parameters', async () => {
    expect(await hasher.hash('senha')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('accepts the password and refuses another', async () => {
    const stored = await hasher.hash('correct horse');
    expect(await hasher.verify(stored, 'correct horse')).toBe(true);
    expect(await hasher.verify(stored, 'correct horsf')).toBe(false);
  });

  it('compares every character of a long password', async () => {
    const stored = await hasher.hash(`${'a'.repeat(200)}b`);
    expect(await hasher.verify(stored, `${'a'.repeat(200)}c`)).toBe(false);
  });

  it('takes composed and decomposed accents for the same', async () => {
    expect(await hasher.verify(await hasher.hash('caf\u00e9'), 'cafe\u0301')).toBe(true);
  });

  it('case C8: a flood of passwords is refused past sixty that wait', async () => {
    const flood = Array.from({ length: 100 }, () => hasher.verify(null, 'x'));
    const settled = await Promise.allSettled(flood);
    const refused = settled.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(30);
    expect(refused[0]).toMatchObject({ reason: expect.any(TooBusyError) as unknown });
    expect(await hasher.verify(null, 'x')).toBe(false);
  });

  it('refuses any password where no hash is stored', async () => {
    expect(await hasher.verify(null, 'anything')).toBe(false);
  });
});

describe('the semaphore', () => {
  it('never lets more through than it may, keeps the order, and goes on after a failure', async () => {
    const withSlot = createSemaphore({ atOnce: 2, mostWaiting: 8, retryAfterS: 1 });
    const order: number[] = [];
    let running = 0;
    let most = 0;
    const work = (number: number) =>
      withSlot(async () => {
        order.push(number);
        most = Math.max(most, (running += 1));
        await new Promise(setImmediate);
        running -= 1;
        if (number % 2 === 0) throw new Error('even');
      });
    await Promise.allSettled(Array.from({ length: 10 }, (_, number) => work(number)));
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(most).toBe(2);
  });

  it('case C8: refuses at once what comes when the queue is full, and takes more when it has moved on', async () => {
    const withSlot = createSemaphore({ atOnce: 1, mostWaiting: 2, retryAfterS: 3 });
    let done = 0;
    const work = () =>
      withSlot(async () => {
        await new Promise(setImmediate);
        done += 1;
      });
    const settled = await Promise.allSettled(Array.from({ length: 5 }, work));
    expect(settled.map(({ status }) => status).join()).toBe(
      'fulfilled,fulfilled,fulfilled,rejected,rejected',
    );
    expect(settled[3]).toMatchObject({ reason: { name: 'TooBusyError', retryAfterS: 3 } });
    await work();
    expect(done).toBe(4);
  });
});
