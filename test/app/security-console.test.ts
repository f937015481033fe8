import { randomBytes, randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { contract } from '../contract/parts.js';
import { ADDRESS, CHROME, createStage, DAY_MS, type Stage } from './stage.js';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0';

contract('the security console', (parts) => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage(parts());
  });

  it('tells of a sign-in from a device that is new, and of no other', async () => {
    const person = await stage.person();
    await stage.signIn(person.id, CHROME);
    expect(await stage.sentTo(person.chat)).toEqual(['signed in Chrome Windows']);
    await stage.signIn(person.id, CHROME);
    expect(await stage.sentTo(person.chat)).toEqual([]);
    stage.pass(5 * 60_000);
    await stage.signIn(person.id, FIREFOX);
    expect(await stage.sentTo(person.chat)).toEqual(['signed in Firefox Linux']);
    stage.pass(91 * DAY_MS);
    await stage.signIn(person.id, CHROME);
    expect(await stage.sentTo(person.chat)).toEqual(['signed in Chrome Windows']);
  });

  it('tells of a session that was ended because a copy of it was used (case 44)', async () => {
    const person = await stage.person();
    const { refreshToken } = await stage.signIn(person.id);
    const next = await stage.refreshSession(refreshToken);
    await stage.refreshSession(next.ok ? next.value.refreshToken : '');
    await stage.sentTo(person.chat);
    stage.pass(60_000);
    await stage.refreshSession(refreshToken);
    await stage.refreshSession(refreshToken);
    expect(await stage.sentTo(person.chat)).toEqual(['session copied']);
  });

  it('tells nothing of a sign-in that was rolled back', async () => {
    const person = await stage.person();
    const failing = stage.store.transaction(async (tables) => {
      const session = { accountId: person.id, method: 'code', userAgent: CHROME } as const;
      await stage.startSession(tables, { ...session, now: stage.now() });
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await stage.sentTo(person.chat)).toEqual([]);
  });

  it('ends the session of the line that was read, whoever signed in since', async () => {
    const person = await stage.person();
    const { sessionId } = await stage.signIn(person.id, CHROME);
    const [list] = await stage.act(person, { type: 'listSessions' });
    expect(list).toMatchObject({ sessions: [{ n: 1, browser: 'Chrome', system: 'Windows' }] });
    stage.pass(1000);
    await stage.signIn(person.id, FIREFOX);
    expect(await stage.act(person, { type: 'endSession', n: 1 })).toMatchObject([{ count: 1 }]);
    expect(stage.revoked).toEqual([sessionId]);
    expect(await stage.act(person, { type: 'endSession', n: 1 })).toMatchObject([{ count: 0 }]);
    expect(await stage.act(person, { type: 'endSession', n: 7 })).toMatchObject([{ count: 0 }]);
  });

  it('blocks: sessions, links and codes die, each end is announced, and nothing new opens (case 45)', async () => {
    const person = await stage.person();
    const { sessionId } = await stage.signIn(person.id);
    await stage.sentTo(person.chat);
    await stage.act(person, { type: 'sendAccess', greeting: 'known' });
    const [link = ''] = await stage.sentTo(person.chat);
    await stage.act(person, { type: 'block' });
    expect(stage.revoked).toEqual([sessionId]);
    const token = link.split('/l/')[1] ?? '';
    const redeem = { token, userAgent: CHROME, address: ADDRESS };
    expect((await stage.links.redeem(redeem)).ok).toBe(false);
    expect(await stage.act(person, { type: 'sendAccess', greeting: 'known' })).toMatchObject([
      { outcome: 'blocked' },
    ]);
    expect((await stage.act(person, { type: 'identify' }))[0]).toMatchObject({
      person: { blocked: 'owner' },
    });
  });

  it('kills the link that is on its way with "sair de tudo" (case 32)', async () => {
    const person = await stage.person();
    await stage.act(person, { type: 'sendAccess', greeting: 'known' });
    const [link = ''] = await stage.sentTo(person.chat);
    await stage.act(person, { type: 'endAllSessions' });
    const token = link.split('/l/')[1] ?? '';
    const redeem = { token, userAgent: CHROME, address: ADDRESS };
    expect(await stage.links.redeem(redeem)).toMatchObject({ error: { code: 'link_expired' } });
  });

  it('is unblocked by its owner, after the CPF and not before', async () => {
    const person = await stage.person();
    await stage.act(person, { type: 'block' });
    await expect(stage.act(person, { type: 'unblock' })).rejects.toThrow('without a proof');
    await stage.act(person, { type: 'proveTaxId', taxId: person.taxId });
    // The message that failed waits: its turn is taken with this one.
    expect(await stage.act(person, { type: 'unblock' })).toEqual([{ type: 'unblocked' }]);
    expect((await stage.store.accounts.findById(person.id))?.status).toBe('active');
  });

  it('moves to another number only when the old one agrees, and both are told (case 47)', async () => {
    const [person, stranger] = [await stage.person(), await stage.stranger()];
    const ask = { type: 'askNumberChange', taxId: person.taxId } as const;
    expect(await stage.act(stranger, ask)).toMatchObject([{ outcome: 'asked' }]);
    expect((await stage.store.accounts.findByPhone(stranger.phone)) ?? null).toBeNull();
    const masked = `••-${stranger.phone.slice(-4)}`;
    expect(await stage.sentTo(person.chat)).toEqual([expect.stringContaining(masked)]);
    expect(await stage.act(stranger, { type: 'confirmNumberChange' })).toMatchObject([
      { outcome: 'nothing_asked' },
    ]);
    expect(await stage.act(person, { type: 'confirmNumberChange' })).toMatchObject([
      { outcome: 'changed' },
    ]);
    expect((await stage.store.accounts.findByPhone(stranger.phone))?.account.id).toBe(person.id);
    expect(await stage.store.accounts.findByPhone(person.phone)).toBeNull();
    expect(await stage.sentTo(stranger.chat)).toEqual([expect.stringContaining('changed')]);
  });

  it('leaves nothing of the old number: approved pages, known browsers, alerts that wait (case 32)', async () => {
    const [person, stranger] = [await stage.person(), await stage.stranger()];
    await stage.act(stranger, { type: 'askNumberChange', taxId: person.taxId });
    const { prisma } = parts().database;
    const mine = { where: { accountId: person.id } };
    const [id, sessionId, digest] = [randomUUID(), randomUUID(), randomBytes(32)];
    const now = stage.now();
    await prisma.knownBrowser.create({
      data: { digest, accountId: person.id, sessionId, createdAt: now },
    });
    await prisma.loginRequest.create({
      data: {
        ...{ id, codeIndex: randomBytes(32), bindingDigest: randomBytes(32) },
        ...{ numberBox: randomBytes(32), status: 'approved', accountId: person.id },
        ...{ createdAt: now, answeredAt: now, chatIndex: randomBytes(32) },
        expiresAt: new Date(now.getTime() + 60_000),
      },
    });
    const notice = { accountId: person.id, topic: 'password', text: 'x', windowMs: 1000 } as const;
    await stage.store.ownerNotices.goesOutNow({ ...notice, now });
    await stage.store.ownerNotices.goesOutNow({ ...notice, now });
    expect(await stage.act(person, { type: 'confirmNumberChange' })).toMatchObject([
      { outcome: 'changed' },
    ]);
    expect(await prisma.knownBrowser.count(mine)).toBe(0);
    expect(await prisma.ownerNotice.count(mine)).toBe(0);
    expect(await prisma.loginRequest.findMany(mine)).toMatchObject([{ id, status: 'denied' }]);
    expect(stage.changedRequests).toContain(id);
  });

  it('goes to the number that its owner was told of, whoever asks after that', async () => {
    const person = await stage.person();
    const [first, second] = [await stage.stranger(), await stage.stranger()];
    const ask = { type: 'askNumberChange', taxId: person.taxId } as const;
    await stage.act(first, ask);
    await stage.act(second, ask);
    expect(await stage.sentTo(person.chat)).toHaveLength(1);
    await stage.act(person, { type: 'confirmNumberChange' });
    expect(await stage.store.accounts.findByPhone(second.phone)).toBeNull();
    expect((await stage.store.accounts.findByPhone(first.phone))?.account.id).toBe(person.id);
  });

  it('is silent while a person answers, hears MENU, and says once that it is back', async () => {
    const person = await stage.person();
    expect(await stage.act(person, { type: 'callHuman' })).toMatchObject([{ open: true }]);
    expect(await stage.act(person, { type: 'say', text: 'hello' })).toEqual([]);
    expect(await stage.sentTo(person.chat)).toEqual([]);
    await stage.hear(person, { kind: 'text', text: 'menu', forwarded: false });
    await stage.takeTurn(person.chat);
    expect(await stage.sentTo(person.chat)).toEqual(['hello']);
    await stage.act(person, { type: 'callHuman' });
    stage.pass(60 * 60_000);
    await stage.act(person, { type: 'say', text: 'one' });
    await stage.act(person, { type: 'say', text: 'two' });
    expect(await stage.sentTo(person.chat)).toEqual(['bot is back', 'one', 'two']);
    await stage.act(person, { type: 'callHuman' });
    expect(await stage.resumeChat(person.chat)).toBe(true);
    expect(await stage.resumeChat(person.chat)).toBe(false);
    expect(await stage.sentTo(person.chat)).toEqual(['bot is back']);
  });

  it('answers a burst once, and its text rather than its pictures', async () => {
    const person = await stage.person();
    stage.heard.length = 0;
    const text = (words: string, forwarded = false) =>
      stage.hear(person, { kind: 'text', text: words, forwarded });
    await text('oi');
    await stage.hear(person, { kind: 'media', media: 'image' });
    await text('meu CPF');
    await text('vem depois');
    await text('menu', true);
    await stage.takeTurn(person.chat);
    expect(stage.heard).toMatchObject([
      { type: 'message', text: 'oi\nmeu CPF\nvem depois', forwarded: false },
      { type: 'message', text: 'menu', forwarded: true },
    ]);
  });
});
