import { randomBytes } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { maskOwnTaxId } from '#src/domain/tax-id.js';
import type { Outcome } from '#src/app/chat/effects/all-effects.js';
import { verifyAudit } from '#src/app/upkeep/verify-audit.js';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';
import { createKeyedIndex } from '#src/adapters/crypto/keyed-index.js';
import { contract, createParts, newTaxId } from '../contract/parts.js';
import { ADDRESS, CHROME, createStage, DAY_MS, type Stage } from './stage.js';
import { tablesWith } from './tables-with.js';

contract('the end of an account', (parts) => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage(parts());
  });

  it('comes after seven days, says a last word and leaves no CPF, phone or address (case 51)', async () => {
    const person = await stage.person();
    const index = createKeyedIndex(createKeyRing(parts().masterKeys));
    const traces = [
      index.index('tax-id', person.taxId),
      index.index('phone', person.phone),
      index.index('jid', person.chat),
    ];
    const { sessionId } = await stage.signIn(person.id);
    const stranger = await stage.stranger();
    await stage.act(stranger, { type: 'askNumberChange', taxId: person.taxId });
    await stage.act(stranger, { type: 'claimTaxId', taxId: person.taxId });
    await stage.act(person, { type: 'claimTaxId', taxId: newTaxId() });
    await stage.act(person, { type: 'openRequest', code: '2345-6789' });
    const page = await stage.requests.ask({
      ...{ next: null, browserToken: null, userAgent: CHROME, address: ADDRESS },
    });
    if (!page.ok) throw new Error('refused');
    await stage.act(person, { type: 'openRequest', code: page.value.requestCode });
    await stage.act(person, { type: 'sendAccess', greeting: 'known' });
    await stage.act(person, { type: 'scheduleDeletion' });
    await parts().bare.audit.append({
      ...{ actor: 'admin', action: 'account_unblocked', accountId: person.id, now: stage.now() },
      detail: { reason: 'Mostrou o documento' },
    });
    expect(await tablesWith(parts(), traces)).toEqual([
      ...['account', 'allowance', 'challenge', 'chat_request_try', 'chat_tax_id_try', 'claim'],
      ...['conversation', 'inbound_message', 'login_request', 'outbox_message', 'whatsapp_number'],
    ]);
    stage.pass(7 * DAY_MS - 1);
    expect(await stage.eraseAccounts()).toBe(0);
    await stage.sentTo(person.chat);
    stage.pass(1);
    expect(await stage.eraseAccounts()).toBe(1);
    expect(stage.revoked).toEqual([sessionId]);
    expect(await tablesWith(parts(), traces)).toEqual(['outbox_message']);
    expect(await stage.sentTo(person.chat)).toEqual(['deleted']);
    await stage.store.outbox.sweep({
      textBefore: stage.now(),
      decoyBefore: new Date(0),
      now: new Date(0),
      rowBefore: new Date(0),
    });
    expect(await tablesWith(parts(), traces)).toEqual([]);
    const rows = await parts().database.pool.query(
      'SELECT 1 FROM session WHERE account_id = $1 UNION ALL SELECT 1 FROM challenge WHERE account_id = $1',
      [person.id],
    );
    expect(rows.rowCount).toBe(0);
    expect(await stage.store.audit.latest(null, 1)).toMatchObject([
      { actor: 'system', action: 'account_erased', accountId: person.id, detail: null },
    ]);
    expect((await verifyAudit(stage.store)).ok).toBe(true);
  });

  it('can be called off, and asking again does not put it off', async () => {
    const person = await stage.person();
    const schedule = { type: 'scheduleDeletion' } as const;
    const [first] = await stage.act(person, schedule);
    stage.pass(DAY_MS);
    expect(await stage.act(person, schedule)).toEqual([first]);
    await stage.act(person, { type: 'cancelDeletion' });
    stage.pass(7 * DAY_MS);
    expect(await stage.eraseAccounts()).toBe(0);
  });

  it('is preceded by a look at the data, with as much of the CPF as the pages show (LGPD art. 6 III)', async () => {
    const person = await stage.person();
    const [data] = await stage.act(person, { type: 'describeData' });
    // The other mask would complete what the page behind the same message shows.
    expect(data).toMatchObject({ taxIdMasked: maskOwnTaxId(person.taxId) });
  });

  it('is preceded by an export whose address works once and leads to it', async () => {
    const person = await stage.person();
    const [data] = await stage.act(person, { type: 'describeData' });
    const { exportUrl } = data as Extract<Outcome, { type: 'dataDescribed' }>;
    const token = exportUrl.split('/l/')[1] ?? '';
    const redeem = { token, userAgent: CHROME, address: ADDRESS };
    expect(await stage.links.redeem(redeem)).toMatchObject({
      value: { accountId: person.id, next: '/account/data.json' },
    });
    expect((await stage.links.redeem(redeem)).ok).toBe(false);
  });

  // The last one: from here on the end of the audit log is under a key that the others lack.
  it('finds what was written under an older master key, and under the new one (case 51)', async () => {
    const person = await stage.person();
    await stage.act(await stage.stranger(), { type: 'claimTaxId', taxId: person.taxId });
    const masterKeys = [randomBytes(32), ...parts().masterKeys];
    const rotated = createStage(createParts(parts().database, masterKeys));
    await rotated.act(person, { type: 'scheduleDeletion' });
    await rotated.act(await stage.stranger(), { type: 'claimTaxId', taxId: person.taxId });
    rotated.pass(7 * DAY_MS);
    expect(await rotated.eraseAccounts()).toBe(1);
    const index = createKeyedIndex(createKeyRing(masterKeys));
    const traces = [
      ...index.candidates('tax-id', person.taxId),
      ...index.candidates('phone', person.phone),
      ...index.candidates('jid', person.chat),
    ];
    // The last word, until it is sent and swept.
    expect(await tablesWith(parts(), traces)).toEqual(['outbox_message']);
  });
});
