import { beforeEach, expect, it } from 'vitest';
import { createManageAccounts } from '#src/app/admin/manage-accounts.js';
import { parseReason } from '#src/domain/audit-event.js';
import { createExportData } from '#src/app/account/export-data.js';
import type { ExportedPart } from '#src/app/sign-in/method.js';
import { contract } from '../contract/parts.js';
import { createStage, type Stage } from './stage.js';
import type { Person } from './ways-in.js';

// Security case 51; LGPD art. 18 II, art. 19 II.
contract('what a person takes along', (parts) => {
  let stage: Stage;
  let person: Person;
  beforeEach(async () => {
    stage = createStage(parts());
    person = await stage.person();
  });

  const exportWith = (part: Partial<ExportedPart>, second: Partial<ExportedPart> = {}) => {
    const credentials = [part, second].map((one) => ({
      export: () => Promise.resolve({ account: {}, lists: {}, ...one }),
    }));
    return createExportData({ ...stage.basics, credentials })({ accountId: person.id });
  };

  const exported = async () => createExportData(stage.basics)({ accountId: person.id });

  it('tells what was done to the account, when and by whom, and nothing that an admin typed', async () => {
    const at = stage.now().toISOString();
    await stage.act(person, { type: 'scheduleDeletion' });
    stage.pass(1000);
    const [reason, people] = [
      parseReason('Pediu por telefone'),
      createManageAccounts(stage.basics),
    ];
    if (!reason.ok) throw new Error(reason.error.code);
    await people.block({ accountId: person.id, reason: reason.value });
    await people.unblock({ accountId: person.id, reason: reason.value });
    await stage.store.transaction((tx) => {
      tx.emit({ type: 'number.changed', accountId: person.id, by: 'time' });
      return Promise.resolve();
    });
    const other = await stage.person();
    await stage.act(other, { type: 'scheduleDeletion' });
    const data = await exported();
    const later = stage.now().toISOString();
    expect(data?.acts).toEqual([
      { at, act: 'deletion_asked', by: 'person' },
      { at: later, act: 'account_blocked', by: 'admin' },
      { at: later, act: 'account_unblocked', by: 'admin' },
      { at: later, act: 'number_changed', by: 'system' },
    ]);
    expect(JSON.stringify(data)).not.toContain('telefone');
  });

  it('tells nothing of who had the account before a claim was upheld', async () => {
    await stage.act(person, { type: 'scheduleDeletion' });
    await stage.act(person, { type: 'cancelDeletion' });
    const claimant = await stage.stranger();
    await stage.act(claimant, { type: 'claimTaxId', taxId: person.taxId });
    const claims = await stage.store.claims.open(10_000);
    const claim = claims.find(({ accountId }) => accountId === person.id);
    const reason = parseReason('Documento conferido');
    if (claim === undefined || !reason.ok) throw new Error('nothing was claimed');
    await stage.claims.settle({ id: claim.id, outcome: 'upheld', reason: reason.value });
    await stage.act(claimant, { type: 'scheduleDeletion' });
    const acts = (await exported())?.acts.map(({ act, by }) => `${by}: ${act}`);
    expect(acts).toEqual(['admin: claim_upheld', 'person: deletion_asked']);
  });

  it('has what each credential adds', async () => {
    const data = await exportWith({ account: { keys: 1 } }, { lists: { keys: [{ id: 'one' }] } });
    expect(data).toMatchObject({ account: { id: person.id, keys: 1 }, keys: [{ id: 'one' }] });
  });

  it.each<Partial<ExportedPart>>([
    { lists: { sessions: [] } },
    { lists: { account: [] } },
    { lists: { exportedAt: [] } },
    { account: { taxId: 'another' } },
  ])('loses nothing to a credential that takes its name: %j', async (part) => {
    await expect(exportWith(part)).rejects.toThrow('a member is exported twice');
  });

  it('loses nothing of two credentials that take the same name', async () => {
    const [one, two] = [{ lists: { keys: [{ id: 'one' }] } }, { lists: { keys: [] } }];
    await expect(exportWith(one, two)).rejects.toThrow('a member is exported twice');
  });
});
