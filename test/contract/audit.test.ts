import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AuditInTx } from '#src/app/ports/tables/audit.js';
import { verifyAudit } from '#src/app/upkeep/verify-audit.js';
import { allAtOnce, contract, later, NOON, register } from './parts.js';

type Event = Parameters<AuditInTx['append']>[0];

// Security case 52.
contract('the audit log', (parts) => {
  const blocked: Event = {
    ...{ actor: 'admin', action: 'account_blocked', accountId: null, now: NOON },
    detail: { reason: 'Pediu por telefone' },
  };

  async function append(changes: Partial<Event> = {}): Promise<void> {
    await parts().store.transaction((tables) => tables.audit.append({ ...blocked, ...changes }));
  }

  const sql = (text: string) => parts().database.pool.query(text);

  beforeEach(async () => {
    await sql(`DELETE FROM audit_event`);
    await sql(`DELETE FROM instance_fact WHERE name = 'audit_head'`);
  });

  it('is whole while nothing was written to it', async () => {
    const verified = await verifyAudit(parts().store);
    expect(verified).toEqual({ ok: true, value: { count: 0n, lastHash: '0'.repeat(64) } });
  });

  it('has no gaps, however many append at once', async () => {
    await allAtOnce(20, () => append());
    const rows = await parts().store.audit.read(0n, 100);
    expect(rows.map(({ seq }) => Number(seq))).toEqual(
      Array.from({ length: 20 }, (_, at) => at + 1),
    );
    expect(rows[0]?.prevHash).toBe('0'.repeat(64));
    const verified = await verifyAudit(parts().store);
    expect(verified).toEqual({ ok: true, value: { count: 20n, lastHash: rows.at(-1)?.hash } });
  });

  it('keeps nothing of an act that was rolled back', async () => {
    const act = parts().store.transaction(async (tables) => {
      await tables.audit.append(blocked);
      throw new Error('the act failed');
    });
    await expect(act).rejects.toThrow('the act failed');
    await append();
    expect(await verifyAudit(parts().store)).toMatchObject({ ok: true, value: { count: 1n } });
  });

  it('is read newest first, with its particulars', async () => {
    await append();
    await append({ action: 'account_unblocked', now: later(1), detail: null });
    const { audit } = parts().store;
    expect(await audit.latest(null, 10)).toMatchObject([
      { seq: 2n, action: 'account_unblocked', at: later(1), detail: null },
      {
        seq: 1n,
        action: 'account_blocked',
        actor: 'admin',
        detail: { reason: 'Pediu por telefone' },
      },
    ]);
    expect(await audit.latest(2n, 10)).toMatchObject([{ seq: 1n }]);
  });

  it.each([
    [
      'a changed action',
      `UPDATE audit_event SET action = 'chat_resumed' WHERE seq = 2`,
      'row_changed',
      2n,
    ],
    ['a changed actor', `UPDATE audit_event SET actor = 'owner' WHERE seq = 2`, 'row_changed', 2n],
    [
      'a changed time',
      `UPDATE audit_event SET at = at + interval '1 ms' WHERE seq = 3`,
      'row_changed',
      3n,
    ],
    [
      'another account',
      `UPDATE audit_event SET account_id = gen_random_uuid() WHERE seq = 1`,
      'row_changed',
      1n,
    ],
    [
      'a changed detail',
      `UPDATE audit_event SET detail_box = detail_box || '\\x00' WHERE seq = 2`,
      'row_changed',
      2n,
    ],
    [
      'a detail taken out',
      `UPDATE audit_event SET detail_box = NULL WHERE seq = 2`,
      'row_changed',
      2n,
    ],
    ['a row removed', `DELETE FROM audit_event WHERE seq = 2`, 'row_missing', 2n],
    ['the first row removed', `DELETE FROM audit_event WHERE seq = 1`, 'row_missing', 1n],
    [
      'two rows that changed places',
      `UPDATE audit_event SET seq = CASE seq WHEN 2 THEN 30 ELSE 2 END WHERE seq IN (2, 3);
      UPDATE audit_event SET seq = 3 WHERE seq = 30`,
      'row_changed',
      2n,
    ],
    ['a cut tail', `DELETE FROM audit_event WHERE seq >= 3`, 'end_missing', 3n],
    ['everything removed', `DELETE FROM audit_event`, 'end_missing', 1n],
    [
      'an end that was forgotten',
      `DELETE FROM instance_fact WHERE name = 'audit_head'`,
      'end_unknown',
      4n,
    ],
    [
      'a detail forgotten without an erasure',
      `UPDATE audit_event SET detail_box = '\\x00'::bytea || sha256(detail_box) WHERE seq = 2`,
      'detail_removed',
      2n,
    ],
  ])('shows %s', async (_what, tampering, code, seq) => {
    const accountId = randomUUID();
    for (let row = 0; row < 4; row += 1) await append({ accountId });
    expect((await verifyAudit(parts().store)).ok).toBe(true);
    await sql(tampering);
    expect(await verifyAudit(parts().store)).toEqual({ ok: false, error: { code, seq } });
  });

  it('does not build upon a tail that was cut', async () => {
    await append();
    await append();
    await sql(`DELETE FROM audit_event WHERE seq = 2`);
    await append();
    expect(await verifyAudit(parts().store)).toEqual({
      ok: false,
      error: { code: 'row_missing', seq: 2n },
    });
  });

  it('shows an end that somebody made up without the master key', async () => {
    await append();
    await sql(`UPDATE instance_fact SET value = 'made up' WHERE name = 'audit_head'`);
    await expect(verifyAudit(parts().store)).rejects.toThrow();
  });

  it('forgets the details of an erased account, and its chain holds', async () => {
    const { id: accountId } = await register(parts());
    const { id: other } = await register(parts());
    await append({ accountId });
    await append({ accountId: other });
    await parts().store.transaction(async ({ audit }) => {
      await audit.forget(accountId);
      await audit.append({
        ...{ actor: 'system', action: 'account_erased', accountId, detail: null, now: NOON },
      });
    });
    const { audit } = parts().bare;
    expect((await verifyAudit(parts().store)).ok).toBe(true);
    expect(await audit.latest(null, 10)).toMatchObject([
      { action: 'account_erased' },
      { accountId: other, detail: { reason: 'Pediu por telefone' } },
      { accountId, detail: null },
    ]);
    await audit.forget(accountId);
    expect((await verifyAudit(parts().store)).ok).toBe(true);
  });

  describe('emptied together with its remembered end', () => {
    async function empty(): Promise<void> {
      await sql(`DELETE FROM audit_event`);
      await sql(`DELETE FROM instance_fact WHERE name = 'audit_head'`);
    }

    it('case A14: is an error where there are accounts', async () => {
      await append();
      await register(parts());
      await empty();
      expect(await verifyAudit(parts().store)).toEqual({
        ok: false,
        error: { code: 'emptied', seq: 1n },
      });
    });

    it('case A14: and begun anew, it is not the one that the program’s log told of', async () => {
      const told = parts().auditEnds;
      told.length = 0;
      await append();
      await append();
      await parts().bare.audit.append(blocked);
      const rows = await parts().store.audit.read(0n, 10);
      expect(told).toEqual(rows.map(({ seq, hash }) => ({ seq, hash })));
      const [first, , last] = told;
      if (first === undefined || last === undefined) throw new Error('nothing was told');
      for (const end of told) expect((await verifyAudit(parts().store, end)).ok).toBe(true);
      await empty();
      await append({ now: later(1) });
      expect((await verifyAudit(parts().store)).ok).toBe(true);
      expect(await verifyAudit(parts().store, last)).toEqual({
        ok: false,
        error: { code: 'expected_missing', seq: 3n },
      });
      expect(await verifyAudit(parts().store, first)).toEqual({
        ok: false,
        error: { code: 'expected_differs', seq: 1n },
      });
    });

    it('case A14: an act that was rolled back is told to nobody', async () => {
      parts().auditEnds.length = 0;
      const act = parts().store.transaction(async (tables) => {
        await tables.audit.append(blocked);
        throw new Error('the act failed');
      });
      await expect(act).rejects.toThrow('the act failed');
      expect(parts().auditEnds).toEqual([]);
    });
  });
});
