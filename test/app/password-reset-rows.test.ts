import { beforeEach, expect, it } from 'vitest';
import { createSweep } from '#src/app/upkeep/sweep.js';
import type { TaxId } from '#src/domain/tax-id.js';
import { allAtOnce, contract, newTaxId } from '../contract/parts.js';
import { createStage, type Stage } from './stage.js';

const MINUTE_MS = 60_000;
const nothing = (): void => undefined;

contract('the rows of "forgot my password"', (parts) => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage(parts());
  });

  const ask = (taxId: TaxId) => stage.requestReset({ taxId, known: [], address: '203.0.113.9' });

  /** Of links, those that are open and those that another one took the place of, in the state after the last request. */
  async function rowsAfter(work: () => Promise<unknown>) {
    const { loginLink, allowance, outboxMessage } = parts().database.prisma;
    const rows = async () => ({
      open: await loginLink.count({ where: { supersededAt: null } }),
      superseded: await loginLink.count({ where: { supersededAt: { not: null } } }),
      allowances: await allowance.count(),
      messages: await outboxMessage.count(),
    });
    const before = await rows();
    await work();
    const after = await rows();
    return {
      open: after.open - before.open,
      superseded: after.superseded - before.superseded,
      allowances: after.allowances - before.allowances,
      messages: after.messages - before.messages,
    };
  }

  it('case B2: are the same for a CPF that nobody has, once and again', async () => {
    const [person, unknown] = [await stage.person(), newTaxId()];
    const first = { open: 1, superseded: 0, allowances: 1, messages: 1 };
    const again = { open: 0, superseded: 1, allowances: 0, messages: 1 };
    for (const taxId of [person.taxId, unknown]) {
      expect(await rowsAfter(() => ask(taxId))).toEqual(first);
    }
    stage.pass(MINUTE_MS + 1);
    for (const taxId of [person.taxId, unknown]) {
      expect(await rowsAfter(() => ask(taxId))).toEqual(again);
    }
  });

  it('case B2: are one when ten ask at once for a CPF that nobody has', async () => {
    const unknown = newTaxId();
    const written = await rowsAfter(() => allAtOnce(10, () => ask(unknown)));
    expect(written).toEqual({ open: 1, superseded: 0, allowances: 1, messages: 1 });
  });

  it('case B2: leave the link alone that the owner asked for, when the request sends nothing', async () => {
    const { store, database } = parts();
    const person = await stage.person();
    await stage.act(person, { type: 'sendPasswordReset' });
    const written = await rowsAfter(() => ask(person.taxId));
    expect(written).toMatchObject({ open: 1, superseded: 0 });
    const decoys = await database.prisma.loginLink.findMany({
      where: { accountId: null },
      orderBy: { createdAt: 'desc' },
    });
    const [decoy] = decoys;
    if (decoy === undefined) throw new Error('no decoy was written');
    // Not even its own token opens a decoy.
    const { tokenDigest } = decoy;
    expect(await store.loginLinks.find({ tokenDigest, purpose: 'password_reset' })).toBeNull();
    const used = { tokenDigest, purpose: 'password_reset' } as const;
    expect(await store.loginLinks.consume(used, stage.now())).toBeNull();
  });

  it('case B2: that nobody can use are gone a quarter of an hour after they expired', async () => {
    const { store, database } = parts();
    const decoys = () => database.prisma.loginLink.count({ where: { accountId: null } });
    await ask(newTaxId());
    expect(await decoys()).toBeGreaterThan(0);
    const clock = { now: () => new Date(stage.now().getTime() + 25 * MINUTE_MS) };
    const log = { info: nothing, warn: nothing, error: nothing };
    await createSweep({ ...{ store, clock, log }, eraseAccounts: () => Promise.resolve(0) })();
    expect(await decoys()).toBe(0);
  });
});
