import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { GOOGLE_UNLINK_PATH } from '#src/app/chat/effects/send-google-unlink.js';
import type { GoogleSub } from '#src/domain/google-sub.js';
import { contract } from '../contract/parts.js';
import { ADDRESS, CHROME, createStage, type Stage } from './stage.js';

const MINUTE_MS = 60_000;
const OTHER_WAYS = ['sendGoogleLink', 'sendGoogleUnlink', 'sendPasswordReset'] as const;

contract('other ways in, asked for in chat', (parts) => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage(parts());
  });

  async function linked() {
    const person = await stage.person();
    const sub = `sub-${randomUUID()}` as GoogleSub;
    const identity = { id: randomUUID(), accountId: person.id, sub, email: null };
    await stage.store.googleIdentities.link({ ...identity, now: stage.now() });
    return person;
  }

  it('leads to the page that takes Google away, signed in by the link', async () => {
    const person = await linked();
    await stage.act(person, { type: 'sendGoogleUnlink' });
    const [text = ''] = await stage.sentTo(person.chat);
    const token = text.replace('unlink https://login.example/l/', '');
    const redeemed = await stage.links.redeem({ token, userAgent: CHROME, address: ADDRESS });
    expect(redeemed).toMatchObject({ ok: true, value: { next: GOOGLE_UNLINK_PATH } });
  });

  it.each(['sendGoogleLink', 'sendPasswordReset'] as const)('%s signs nobody in', async (type) => {
    const person = await stage.person();
    await stage.act(person, { type });
    const [text = '', ...more] = await stage.sentTo(person.chat);
    expect(more).toEqual([]);
    const redeem = { token: text.slice(-43), userAgent: CHROME, address: ADDRESS };
    expect(await stage.links.redeem(redeem)).toMatchObject({ error: { code: 'link_invalid' } });
  });

  it('counts what a minute and an hour may bring of links to a new password, and says how long to wait', async () => {
    const person = await stage.person();
    const ask = async () => (await stage.act(person, { type: 'sendPasswordReset' }))[0];
    for (let sent = 0; sent < 5; sent += 1) {
      expect(await ask()).toMatchObject({ outcome: 'sent', retryAfterS: 0 });
      expect(await ask()).toMatchObject({ outcome: 'too_soon', retryAfterS: 60 });
      stage.pass(MINUTE_MS);
    }
    expect(await ask()).toMatchObject({ outcome: 'too_many', retryAfterS: 55 * 60 });
    stage.pass(55 * MINUTE_MS);
    stage.pass(1);
    expect(await ask()).toMatchObject({ outcome: 'sent' });
    // The messages with the others are as old as their links: nobody is sent those any more.
    expect(await stage.sentTo(person.chat)).toHaveLength(1);
  });

  it.each(OTHER_WAYS)('%s gives nothing to a blocked account', async (type) => {
    const person = await linked();
    await stage.store.accounts.block(person.id, 'owner');
    await expect(stage.act(person, { type })).rejects.toThrow('the dialogue');
    expect(await stage.sentTo(person.chat)).toEqual([]);
  });

  it.each(OTHER_WAYS)('%s gives nothing to a stranger', async (type) => {
    const stranger = await stage.stranger();
    await expect(stage.act(stranger, { type })).rejects.toThrow('the dialogue');
    expect(await stage.sentTo(stranger.chat)).toEqual([]);
  });

  it('case A8: while somebody claims the CPF only Google can be taken away: nothing new (case 38)', async () => {
    const person = await linked();
    const claimant = await stage.stranger();
    await stage.act(claimant, { type: 'claimTaxId', taxId: person.taxId });
    for (const type of OTHER_WAYS) {
      const outcome = type === 'sendGoogleUnlink' ? 'sent' : 'contested';
      expect((await stage.act(person, { type }))[0]).toMatchObject({ outcome });
    }
  });
});
