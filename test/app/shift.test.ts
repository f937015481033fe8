import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { createShift } from '#src/app/upkeep/shift.js';
import { allAtOnce, contract } from '../contract/parts.js';
import { until } from '../support/until.js';

contract('work that one instance does', (parts) => {
  let name: string;
  let done: string[];
  beforeEach(() => {
    [name, done] = [randomUUID(), []];
  });

  function instance(id: string, { ttlMs = 60_000, shared = true } = {}) {
    const { leases } = parts();
    const shift = createShift({ leases, name, owner: `${id} ${name}`, ttlMs, shared });
    const work = (): Promise<void> => {
      done.push(id);
      return Promise.resolve();
    };
    return { work: () => shift.run(work), end: () => shift.end() };
  }

  it('case D8: of many instances at once one sweeps, and goes on sweeping', async () => {
    const instances = Array.from({ length: 8 }, (_, n) => instance(`n${n}`));
    await allAtOnce(8, (n) => instances[n]?.work() ?? Promise.resolve());
    expect(done).toHaveLength(1);
    await allAtOnce(8, (n) => instances[n]?.work() ?? Promise.resolve());
    expect(done).toEqual([done[0], done[0]]);
  });

  it('case D8: one that ends gives its turn to the next', async () => {
    const [first, second] = [instance('first'), instance('second')];
    await first.work();
    await first.end();
    await second.work();
    await first.work();
    expect(done).toEqual(['first', 'second']);
  });

  it('case D8: the turn of one that died is taken when its lease has run out', async () => {
    await instance('dead', { ttlMs: 50 }).work();
    const second = instance('second');
    await until('the take-over', async () => {
      await second.work();
      return done.includes('second');
    });
  });

  it('case D8: a database of one process asks for no lease', async () => {
    const [first, second] = [instance('first'), instance('second', { shared: false })];
    await first.work();
    await second.work();
    expect(done).toEqual(['first', 'second']);
  });
});
