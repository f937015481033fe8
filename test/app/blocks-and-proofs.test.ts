import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { createPasswordHasher } from '#src/adapters/crypto/password-hasher.js';
import type { Reason } from '#src/domain/audit-event.js';
import type { GoogleSub } from '#src/domain/google-sub.js';
import type { IdentityKey } from '#src/domain/sender.js';
import { lidOf } from '#src/domain/sender.js';
import { contract } from '../contract/parts.js';
import { createRealWeb } from '../support/real-web.js';
import { createStage, type Stage, type Writer } from './stage.js';

const PASSWORD = 'girassol trovoada sete lagos';
const REASON = 'Número roubado, disse na loja' as Reason;
const hash = createPasswordHasher().hash(PASSWORD);

contract('what a block takes away, and who ends it', (parts) => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage(parts());
  });

  function withKey<Who extends Writer>(who: Who, key: string) {
    return { ...who, sender: { lid: lidOf(who.chat), identityKey: key as IdentityKey } };
  }

  async function owner() {
    const person = withKey(await stage.person(), 'the first phone');
    await stage.act(person, { type: 'identify' });
    return person;
  }

  async function unblocked(who: Writer, taxId: Awaited<ReturnType<typeof owner>>['taxId']) {
    return stage.act(who, { type: 'proveTaxId', taxId }, { type: 'unblock' });
  }

  const statusOf = async (id: string) => (await stage.store.accounts.findById(id))?.status;

  it('case A3: after BLOQUEAR and unblocking the old password and Google open nothing', async () => {
    const { id: accountId, taxId, ...person } = await owner();
    const { passwords, googleIdentities } = stage.store;
    const sub = `sub-${randomUUID()}` as GoogleSub;
    await passwords.set({ accountId, hash: await hash, now: stage.now() });
    const identity = { id: randomUUID(), accountId, sub, email: null, now: stage.now() };
    await googleIdentities.link(identity);
    const web = await createRealWeb(parts(), { clock: { now: stage.now } });
    const logIn = () => web.browser().post('/api/auth/login').send({ taxId, password: PASSWORD });
    expect((await logIn()).status).toBe(200);

    await stage.act(person, { type: 'block' });
    await unblocked(person, taxId);
    expect(await statusOf(accountId)).toBe('active');
    expect((await logIn()).status).toBe(401);
    expect(await googleIdentities.linkedTo(accountId)).toBeNull();
    expect((await googleIdentities.findBySub(sub))?.unlinkedAt).toEqual(stage.now());
    await passwords.set({ accountId, hash: await hash, now: stage.now() });
    expect((await logIn()).status).toBe(200);
  });

  it('case A2: the chat does not lift an admin block, not with the CPF and the known phone', async () => {
    const person = await owner();
    await stage.people.block({ accountId: person.id, reason: REASON });
    await expect(unblocked(person, person.taxId)).rejects.toThrow('unblocked');
    expect(await statusOf(person.id)).toBe('blocked');
    await stage.people.unblock({ accountId: person.id, reason: REASON });
    expect(await statusOf(person.id)).toBe('active');
  });

  it('case A2: the chat that is known lifts its own block with the CPF, another phone does not', async () => {
    const person = await owner();
    await stage.act(person, { type: 'block' });
    const thief = withKey(person, 'another phone');
    const prove = { type: 'proveTaxId', taxId: person.taxId } as const;
    expect(await stage.act(thief, prove)).toMatchObject([{ outcome: 'wrong' }]);
    expect(await statusOf(person.id)).toBe('blocked');
    await unblocked(person, person.taxId);
    expect(await statusOf(person.id)).toBe('active');
  });

  it("case A2: an admin's block stays the admin's when the owner blocks after it", async () => {
    const person = await owner();
    await stage.act(person, { type: 'block' });
    await stage.people.block({ accountId: person.id, reason: REASON });
    await expect(unblocked(person, person.taxId)).rejects.toThrow('unblocked');
    expect(await statusOf(person.id)).toBe('blocked');
  });
});
