import { beforeEach, expect, it } from 'vitest';
import { createSweep } from '#src/app/sweep.js';
import { contract, newTaxId } from '../contract/parts.js';
import { ADDRESS, createStage, DAY_MS, type Stage } from './stage.js';

const HOUR_MS = 3_600_000;

contract('the sweep', (parts) => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage(parts());
  });

  async function sweep(): Promise<void> {
    const quiet = () => undefined;
    await createSweep({
      store: stage.store,
      clock: { now: stage.now },
      log: { info: quiet, warn: quiet, error: quiet },
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

  it('deletes decoys an hour after a stranger had them made', async () => {
    const decoys = () => parts().database.prisma.outboxMessage.count({ where: { status: 'void' } });
    const answer = await stage.requestCode({
      ...{ subject: { taxId: newTaxId() }, purpose: 'login', browserToken: null, address: ADDRESS },
    });
    expect(answer.ok).toBe(true);
    stage.pass(HOUR_MS);
    await sweep();
    expect(await decoys()).toBeGreaterThan(0);
    stage.pass(1);
    await sweep();
    expect(await decoys()).toBe(0);
  });
});
