import { beforeEach, expect, it } from 'vitest';
import { createEraseAccounts } from '#src/app/account/erase-accounts.js';
import { createSweep } from '#src/app/upkeep/sweep.js';
import type { Store } from '#src/app/ports/tables/store.js';
import type { Phone } from '#src/domain/phone.js';
import { contract, newTaxId } from '../contract/parts.js';
import { ADDRESS, createStage, DAY_MS, type Stage } from './stage.js';

const MINUTE_MS = 60_000;

contract('the sweep', (parts) => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage(parts());
  });

  let logged: unknown[];

  async function sweep(store: Store = stage.store): Promise<void> {
    const note = (event: string, fields?: object) => void logged.push({ event, ...fields });
    logged = [];
    await createSweep({
      store,
      clock: { now: stage.now },
      log: { info: note, warn: note, error: note },
      eraseAccounts: stage.eraseAccounts,
    })();
  }

  async function snapshotsKept(): Promise<number> {
    return parts().database.prisma.conversation.count({ where: { snapshotBox: { not: null } } });
  }

  it('forgets where a conversation stood after a day of silence, and keeps the chat open', async () => {
    const person = await stage.person();
    const kept = await snapshotsKept();
    stage.pass(DAY_MS);
    await sweep();
    expect(await snapshotsKept()).toBe(kept);
    stage.pass(1);
    await sweep();
    expect(await snapshotsKept()).toBe(0);
    const since = new Date(stage.now().getTime() - 2 * DAY_MS);
    expect(await stage.store.conversations.openChat(person.phone, since)).toBe(person.chat);
    await stage.act(person);
    expect(await snapshotsKept()).toBe(1);
  });

  it('deletes the chat of a number that opens no account after a day of silence', async () => {
    const [stranger, person] = [await stage.stranger(), await stage.person()];
    await stage.act(stranger);
    await stage.act(person);
    const since = new Date(stage.now().getTime() - DAY_MS);
    const open = ({ phone }: { phone: Phone | null }) =>
      phone && stage.store.conversations.openChat(phone, since);
    expect([await open(stranger), await open(person)]).toEqual([stranger.chat, person.chat]);
    stage.pass(DAY_MS + 1);
    await sweep();
    expect([await open(stranger), await open(person)]).toEqual([null, person.chat]);
    // Who writes again is met as for the first time.
    await stage.act(stranger);
    expect(await open(stranger)).toBe(stranger.chat);
  });

  it('deletes decoys ten minutes after a stranger had them made', async () => {
    const decoys = () => parts().database.prisma.outboxMessage.count({ where: { status: 'void' } });
    const answer = await stage.requestCode({
      ...{
        subject: { taxId: newTaxId() },
        purpose: 'login',
        browserToken: null,
        known: [],
        address: ADDRESS,
      },
    });
    expect(answer.ok).toBe(true);
    stage.pass(10 * MINUTE_MS);
    await sweep();
    expect(await decoys()).toBeGreaterThan(0);
    stage.pass(1);
    await sweep();
    expect(await decoys()).toBe(0);
  });

  it('case C5: a step that fails stops no other one, is named and counted, and forgotten once it succeeds', async () => {
    const { store } = stage;
    const stuck: Store = {
      ...store,
      challenges: { ...store.challenges, sweep: () => Promise.reject(new Error('stuck')) },
    };
    for (const failures of [1, 2, 3]) {
      await sweep(stuck);
      expect(logged).toMatchObject([
        { event: 'sweep.step_failed', step: 'challenges', failures, error: { message: 'stuck' } },
        { event: 'sweep.done', loginLinks: 0, adminSessions: 0 },
      ]);
    }
    expect(await store.sweepFaults.list()).toEqual([{ step: 'challenges', failures: 3 }]);
    await sweep();
    expect(logged).toMatchObject([{ event: 'sweep.done', challenges: 0 }]);
    expect(await store.sweepFaults.list()).toEqual([]);
  });

  it('case C5: an account that cannot be erased holds up no other account and no other step', async () => {
    const { prisma } = parts().database;
    const [stuck, fine] = [await stage.person(), await stage.person()];
    for (const person of [stuck, fine]) await stage.act(person, { type: 'scheduleDeletion' });
    // As after a restore under another key: the row cannot be read, and the deletion fails each time.
    await prisma.account.update({
      where: { id: stuck.id },
      data: { taxIdBox: new Uint8Array([1, 2, 3]), deletionDueAt: new Date(0) },
    });
    stage.pass(8 * DAY_MS);
    expect((await stage.store.erasure.due(stage.now(), 1))[0]).toBe(stuck.id);
    await sweep();
    expect(logged).toMatchObject([
      { event: 'sweep.step_failed', step: 'accounts', failures: 1 },
      { event: 'sweep.done' },
    ]);
    expect(await prisma.account.findUnique({ where: { id: fine.id } })).toBeNull();
    expect(await prisma.account.findUnique({ where: { id: stuck.id } })).toMatchObject({
      deletionFailures: 1,
    });
    // With room for one only, the next account comes before the one that failed.
    const next = await stage.person();
    await stage.act(next, { type: 'scheduleDeletion' });
    stage.pass(8 * DAY_MS);
    expect(await stage.store.erasure.due(stage.now(), 1)).toEqual([next.id]);
    await prisma.account.delete({ where: { id: stuck.id } });
    await sweep();
    expect(await stage.store.sweepFaults.list()).toEqual([]);
  });

  it('case C5: a database out of reach ends the deletions at once and blames no account', async () => {
    const person = await stage.person();
    await stage.act(person, { type: 'scheduleDeletion' });
    stage.pass(8 * DAY_MS);
    const away = Object.assign(new Error('no connection'), { code: 'P1001' });
    const { store } = stage;
    const erase = createEraseAccounts({
      ...stage.basics,
      store: { ...store, transaction: () => Promise.reject(away) },
    });
    await expect(erase()).rejects.toBe(away);
    const row = await parts().database.prisma.account.findUnique({ where: { id: person.id } });
    expect(row).toMatchObject({ deletionFailures: 0 });
  });
});
