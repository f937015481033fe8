import { beforeEach, expect, it } from 'vitest';
import { createOwnSessions } from '#src/app/account/devices.js';
import { createOwnDeletion } from '#src/app/account/own-deletion.js';
import { createOwnName } from '#src/app/account/own-name.js';
import { createOwnNumberWait } from '#src/app/account/own-number-wait.js';
import { verifyAudit } from '#src/app/upkeep/verify-audit.js';
import { parsePersonName } from '#src/domain/person-name.js';
import { lidOf, type IdentityKey } from '#src/domain/sender.js';
import { contract, newChat, newPhone } from '../contract/parts.js';
import { createStage, type Stage, type Writer } from './stage.js';
import { createWaysIn, PASSWORD, type Person } from './ways-in.js';

const HOUR_MS = 3_600_000;
const OTHER = 'sabiá laranjeira 41 janelas';

// Security case 52: what the owner does to the account's security is written down in the act's own transaction.
contract('the audit log keeps of the owner', (parts) => {
  let stage: Stage;
  let ways: ReturnType<typeof createWaysIn>;
  let person: Person;
  beforeEach(async () => {
    stage = createStage(parts());
    ways = createWaysIn(stage);
    person = await stage.person();
  });

  /** What the log says of the person, the oldest first. */
  async function kept(): Promise<readonly string[]> {
    const rows = await stage.store.audit.latest(null, 50);
    const own = rows.filter(({ accountId }) => accountId === person.id);
    expect(own.every(({ detail }) => detail === null)).toBe(true);
    // An empty log in a database with accounts is a fault of its own (case 74).
    if (rows.length > 0) expect(await verifyAudit(stage.store)).toMatchObject({ ok: true });
    return own.map(({ actor, action }) => `${actor}: ${action}`).reverse();
  }

  it('a first password, and a change of it', async () => {
    const claims = await stage.signIn(person.id);
    await ways.changePassword(claims, PASSWORD);
    expect(await kept()).toEqual(['owner: password_set']);
    await ways.changePassword(claims, OTHER);
    expect(await kept()).toEqual(['owner: password_set', 'owner: password_changed']);
  });

  it('a reset by the link or by a code', async () => {
    await ways.setPassword(person);
    await ways.resetByLink(person, OTHER);
    await ways.resetByCode(person, PASSWORD);
    expect(await kept()).toEqual(['owner: password_reset', 'owner: password_reset']);
  });

  it('a first password by the link or by a code: none was there to reset', async () => {
    await ways.resetByLink(person, PASSWORD);
    expect(await kept()).toEqual(['owner: password_set']);
    const other = await stage.person();
    await ways.resetByCode(other, PASSWORD);
    person = other;
    expect(await kept()).toEqual(['owner: password_set']);
  });

  it('Google that is linked in the account, and unlinked', async () => {
    await ways.setPassword(person);
    const claims = await stage.signIn(person.id);
    await ways.linkGoogle(claims, `sub-${person.id}`);
    expect(await kept()).toEqual(['owner: google_linked']);
    await ways.unlinkGoogle(claims);
    expect(await kept()).toEqual(['owner: google_linked', 'owner: google_unlinked']);
  });

  it('Google that is linked with a proof of the CPF', async () => {
    await ways.linkByPassword(person, `sub-${person.id}`);
    expect(await kept()).toEqual(['owner: google_linked']);
  });

  it('Google once where two browsers link the same', async () => {
    await ways.setPassword(person);
    const claims = await stage.signIn(person.id);
    const backs = [
      await ways.startLinking(claims, `sub-${person.id}`),
      await ways.startLinking(claims, `sub-${person.id}`),
    ];
    for (const back of backs) await back();
    expect(await kept()).toEqual(['owner: google_linked']);
  });

  it('BLOQUEAR, once, however often it is said', async () => {
    await stage.act(person, { type: 'block' });
    expect(await kept()).toEqual(['owner: account_blocked']);
    await stage.act(person, { type: 'block' });
    await stage.act(person, { type: 'block' });
    expect(await kept()).toEqual(['owner: account_blocked']);
  });

  it('BLOQUEAR after the team blocked, where it still takes a password away', async () => {
    await ways.setPassword(person);
    await stage.store.transaction(({ accounts }) => accounts.block(person.id, 'admin'));
    await stage.act(person, { type: 'block' });
    await stage.act(person, { type: 'block' });
    expect(await kept()).toEqual(['owner: account_blocked']);
  });

  it('a deletion that is asked for in the chat, once, and called off', async () => {
    await stage.act(person, { type: 'scheduleDeletion' });
    await stage.act(person, { type: 'scheduleDeletion' });
    expect(await kept()).toEqual(['owner: deletion_asked']);
    await stage.act(person, { type: 'cancelDeletion' });
    await stage.act(person, { type: 'cancelDeletion' });
    expect(await kept()).toEqual(['owner: deletion_asked', 'owner: deletion_called_off']);
  });

  it('a deletion that is asked for on the page, once, and called off', async () => {
    const claims = await stage.signIn(person.id);
    const deletion = createOwnDeletion(stage.basics);
    await Promise.all([deletion.schedule(claims), deletion.schedule(claims)]);
    expect(await kept()).toEqual(['owner: deletion_asked']);
    await deletion.cancel(claims);
    await deletion.cancel(claims);
    expect(await kept()).toEqual(['owner: deletion_asked', 'owner: deletion_called_off']);
  });

  it('the own name corrected, and never which one it was', async () => {
    const claims = await stage.signIn(person.id);
    const name = parsePersonName('Ana Lúcia');
    if (!name.ok) throw new Error('it is a name');
    const ownName = createOwnName(stage.basics);
    expect(await ownName.change(claims, name.value)).toMatchObject({ ok: true });
    expect(await kept()).toEqual(['owner: name_changed']);
  });

  it('every session ended, in the chat or on the page; one that signs out by itself is none', async () => {
    const claims = await stage.signIn(person.id);
    const sessions = createOwnSessions(stage.basics);
    expect(await sessions.end(claims, claims.sessionId)).toBe(true);
    expect(await kept()).toEqual([]);
    await sessions.endAll(await stage.signIn(person.id));
    expect(await kept()).toEqual(['owner: sessions_ended']);
    await stage.signIn(person.id);
    await stage.act(person, { type: 'endAllSessions' });
    expect(await kept()).toEqual(['owner: sessions_ended', 'owner: sessions_ended']);
  });

  it('every session ended only where a session or something on its way in was there to end', async () => {
    await stage.act(person, { type: 'endAllSessions' });
    expect(await kept()).toEqual([]);
    await stage.act(person, { type: 'sendAccess', greeting: 'known' });
    await stage.act(person, { type: 'endAllSessions' });
    await stage.act(person, { type: 'endAllSessions' });
    expect(await kept()).toEqual(['owner: sessions_ended']);
  });

  it('another number, to which the old one agreed', async () => {
    const other = { chat: newChat(), phone: newPhone() };
    await stage.act(other, { type: 'askNumberChange', taxId: person.taxId });
    await stage.act(person, { type: 'confirmNumberChange' });
    expect(await kept()).toEqual(['owner: number_changed']);
  });

  const from = (chat: Writer['chat'], identityKey: string) => ({
    ...{ chat, phone: person.phone },
    sender: { lid: lidOf(chat), identityKey: identityKey as IdentityKey },
  });

  /** Another WhatsApp account has the number, has named the CPF, and waits. */
  async function waiting(): Promise<Writer> {
    await stage.act(from(person.chat, '05aa'), { type: 'identify' });
    const other = from(newChat(), '05bb');
    stage.pass(1);
    await stage.act(other, { type: 'proveTaxId', taxId: person.taxId });
    return other;
  }

  it('another WhatsApp account on the number, to which the page said yes', async () => {
    await waiting();
    const claims = await stage.signIn(person.id);
    const wait = await stage.store.numberWaits.open(person.id, stage.now());
    const yes = createOwnNumberWait(stage.basics);
    expect(await yes.confirm({ claims, waitId: wait?.id ?? '' })).toMatchObject({ ok: true });
    expect(await kept()).toEqual(['owner: number_changed']);
  });

  it('another WhatsApp account on the number, which waited: then it was the program', async () => {
    const other = await waiting();
    stage.pass(24 * HOUR_MS);
    await stage.act(other, { type: 'identify' });
    expect(await kept()).toEqual(['system: number_changed']);
  });

  it('nothing of an act that was refused', async () => {
    const claims = await stage.signIn(person.id);
    await expect(ways.changePassword(claims, 'curta')).rejects.toThrow('weak_password');
    await expect(ways.unlinkGoogle(claims)).rejects.toThrow();
    expect(await kept()).toEqual([]);
  });
});
