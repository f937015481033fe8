import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createMemoryVault } from '../../support/memory-vault.js';
import { until } from '../../support/until.js';
import { BOT_NUMBER, ownMessageId, setBotStage, type BotLife, type BotStage } from './bot-stage.js';

const MARIA = '5511987654321';

let stage: BotStage;

beforeEach(async () => {
  stage = await setBotStage();
});
afterEach(async () => {
  await stage.end();
  expect(stage.errors).toEqual([]);
});

/** Answers in the chat of somebody who has written. */
async function answer(life: BotLife, text: string) {
  const { chat } = await until('a chat', () => life.inbox.at(-1));
  const messageId = ownMessageId();
  const sent = await life.connection.channel.send({ chat, messageId, text });
  return { messageId, sent };
}

const newest = (life: BotLife) => life.connection.status();

describe('pairing', () => {
  it('shows a QR, restarts once the phone has scanned it and opens', async () => {
    const life = await stage.paired();
    const states = life.statuses.map(({ state, cause }) => `${state} ${String(cause)}`);
    expect([...new Set(states)]).toEqual([
      'connecting null',
      'pairing first_pairing',
      'connecting restart_required',
      'open null',
    ]);
    expect(newest(life)).toMatchObject({ phone: `+${BOT_NUMBER}`, qr: null });
  });

  it('shows round after round of QR codes, then waits for an admin to ask again', async () => {
    const life = await stage.live(createMemoryVault(), { qrLifeMs: 20, unwatchedRounds: 2 });
    const { cause } = await life.reaches('waiting');
    expect(cause).toBe('qr_expired');
    const shown = life.statuses.flatMap(({ qr }) => qr ?? []);
    expect(new Set(shown).size).toBe(12);
    expect(newest(life).qr).toBeNull();
    const before = life.statuses.length;
    life.connection.pair();
    expect((await life.reaches('pairing', before)).cause).toBe('qr_expired');
  });

  it('pairs by a code typed on the phone', async () => {
    const life = await stage.live(createMemoryVault());
    await life.connection.pairByCode(`+${BOT_NUMBER}`);
    const { pairingCode } = await until('a code', () =>
      life.statuses.find((status) => status.pairingCode),
    );
    expect(pairingCode).toMatch(/^[A-Z0-9]{8}$/);
    await stage.control.post('/pair', { code: pairingCode, number: BOT_NUMBER });
    await life.reaches('open');
    expect(newest(life).pairingCode).toBeNull();
    const again = await life.connection.pairByCode(BOT_NUMBER);
    expect(again).toEqual({ ok: false, error: { code: 'already_paired' } });
  });

  it('opens without a QR after a restart with the same vault', async () => {
    const first = await stage.paired();
    await first.connection.stop();
    const second = await stage.live(first.vault);
    await second.reaches('open');
    expect(second.statuses.map(({ state }) => state)).toEqual(['connecting', 'open']);
  });

  it('logs out: WhatsApp forgets the device, the vault every key, and a new QR appears', async () => {
    const life = await stage.paired();
    const before = life.statuses.length;
    await life.connection.logout();
    await life.reaches('logged_out', before);
    const { qr, phone } = await life.reaches('pairing', before);
    expect(phone).toBeNull();
    expect(await stage.control.get('/state')).toMatchObject({ paired: false });
    await stage.control.post('/pair', { qr, number: BOT_NUMBER });
    await life.reaches('open', before);
  });
});

describe('messages', () => {
  it('come in with the phone number; answers go out and come back as receipts', async () => {
    const life = await stage.paired();
    const maria = await stage.control.phone(MARIA, 'Maria');
    await maria.send('oi');
    const heard = await life.hears('oi');
    expect(heard).toMatchObject({
      phone: `+${MARIA}`,
      chat: expect.stringMatching(/@lid$/) as string,
      content: { kind: 'text', text: 'oi', forwarded: false },
    });
    const { messageId, sent } = await answer(life, 'olá');
    expect(sent).toEqual({ ok: true, value: null });
    await maria.sees(({ text }) => text === 'olá');
    await maria.read();
    await until('read', () => life.receipts.find(({ status }) => status === 'read'));
    const statuses = life.receipts.filter((one) => one.messageId === messageId);
    expect(statuses.map(({ status }) => status)).toEqual(['delivered', 'read']);
  });

  it('are told apart: media, unsent and repeated ones, groups and what nobody vouches for', async () => {
    const life = await stage.paired();
    const maria = await stage.control.phone(MARIA, 'Maria');
    const { id } = await maria.send('primeira');
    await life.hears('primeira');
    await maria.send({ duplicateOf: id });
    await maria.send({ kind: 'plaintext', text: 'sem cifra' });
    await maria.send({ kind: 'group', text: 'no grupo' });
    await maria.send({ kind: 'edit', id, text: 'corrigida' });
    await maria.send({ kind: 'delete', id });
    await maria.send({ kind: 'image', text: '529.982.247-25' });
    await maria.send({ kind: 'viewOnce' });
    await maria.send('última');
    await life.hears('última');
    const kinds = life.inbox.map(({ content }) => {
      if (content.kind === 'later') return `now ${String(content.text)}`;
      if (content.kind === 'text') return content.text;
      return content.kind === 'media' ? content.media : content.kind;
    });
    // A repetition has the same id, by which the inbox knows it.
    expect(kinds).toEqual([
      ...['primeira', 'primeira', 'now corrigida', 'image', 'view_once', 'última'],
    ]);
    expect(life.inbox[1]?.messageId).toBe(life.inbox[0]?.messageId);
    const ignored = life.events.filter(({ event }) => event === 'whatsapp.ignored');
    expect(ignored.map(({ fields }) => fields['reason'])).toEqual(['deleted']);
  });

  it('of people who write from their number or without telling it are read too', async () => {
    const life = await stage.paired();
    const joao = await stage.control.phone('558187654321', 'João', { addressing: 'pn' });
    const ana = await stage.control.phone('5521999990000', 'Ana', { addressing: 'lid-only' });
    await joao.send('sou joão');
    await ana.send('sou ana');
    expect((await life.hears('sou joão')).phone).toBe('+5581987654321');
    expect((await life.hears('sou ana')).phone).toBeNull();
  });

  it('that waited while the bot was away are delivered when it is back', async () => {
    const first = await stage.paired();
    const maria = await stage.control.phone(MARIA, 'Maria');
    await first.connection.stop();
    await maria.send('cheguei antes');
    const second = await stage.live(first.vault);
    expect((await second.hears('cheguei antes')).phone).toBe(`+${MARIA}`);
  });

  it('are tried again until they are stored, and later ones of the chat wait', async () => {
    const faults = [new Error('the database is down'), new Error('still down')];
    const stored: string[] = [];
    const life = await stage.paired({
      onMessage: ({ content }) => {
        const fault = faults.shift();
        if (fault) return Promise.reject(fault);
        stored.push(content.kind === 'text' ? content.text : content.kind);
        return Promise.resolve();
      },
    });
    const maria = await stage.control.phone(MARIA, 'Maria');
    await maria.send('um');
    await maria.send('dois');
    await until('both', () => stored.length === 2);
    expect(stored).toEqual(['um', 'dois']);
    expect(life.events.filter(({ event }) => event === 'whatsapp.intake_failed')).toHaveLength(2);
  });

  it('that WhatsApp refuses come back as failed with its code', async () => {
    const life = await stage.paired();
    const maria = await stage.control.phone(MARIA, 'Maria');
    await maria.send('oi');
    await life.hears('oi');
    await stage.control.post('/faults', { nack463: true });
    const { messageId, sent } = await answer(life, 'código');
    expect(sent).toEqual({ ok: false, error: { code: 'refused', reason: '463' } });
    const failed = await until('failed', () =>
      life.receipts.find(({ status }) => status === 'failed'),
    );
    expect(failed).toEqual({ messageId, status: 'failed', failure: '463' });
  });

  it('tell of a phone that was installed anew before its first message', async () => {
    const order: string[] = [];
    const life = await stage.paired({
      onMessage: ({ content }) =>
        Promise.resolve(void order.push(content.kind === 'text' ? content.text : '')),
      onIdentityChange: (phone) => Promise.resolve(void order.push(phone)),
    });
    const maria = await stage.control.phone(MARIA, 'Maria');
    await maria.send('antes');
    await until('the first', () => order.length === 1);
    await stage.control.post('/faults', { identityChange: MARIA });
    await maria.send('depois');
    await until('the second', () => order.includes('depois'));
    expect(order).toEqual(['antes', `+${MARIA}`, 'depois']);
    expect(life.events.filter(({ event }) => event === 'whatsapp.identity_changed')).toHaveLength(
      1,
    );
  });
});

describe('a connection that ends', () => {
  it.each(['drop', 503, 428, 515] as const)('by %s is opened again', async (disconnect) => {
    const life = await stage.paired();
    const before = life.statuses.length;
    await stage.control.post('/faults', { disconnect });
    const { cause } = await life.reaches('connecting', before);
    expect(cause).toBe(
      {
        drop: 'connection_lost',
        428: 'connection_lost',
        503: 'service_unavailable',
        515: 'restart_required',
      }[disconnect],
    );
    await life.reaches('open', before);
  });

  it('because the phone unlinked it loses every key and shows a QR', async () => {
    const life = await stage.paired();
    const before = life.statuses.length;
    await stage.control.post('/faults', { disconnect: 401 });
    expect(await life.reaches('logged_out', before)).toMatchObject({ cause: 'unlinked' });
    expect(await life.reaches('pairing', before)).toMatchObject({ cause: 'unlinked' });
    expect(life.vault.contents()).toEqual({ credentials: null, keys: [] });
  });

  it('because another program took the number is not opened again', async () => {
    const life = await stage.paired();
    await stage.control.post('/faults', { disconnect: 440 });
    await life.reaches('replaced');
    expect(newest(life)).toMatchObject({ state: 'replaced', cause: 'another_connection' });
    const before = life.statuses.length;
    life.connection.pair();
    await life.reaches('open', before);
  });

  it.each([
    [403, 'banned', 'account_banned'],
    [405, 'outdated', 'client_outdated'],
  ])('by a login refused with %i keeps the keys and waits', async (loginFailure, state, cause) => {
    const life = await stage.paired();
    const keys = life.vault.contents().keys.length;
    await stage.control.post('/faults', { loginFailure, disconnect: 'drop' });
    await until(state, () => newest(life).state === state);
    expect(newest(life).cause).toBe(cause);
    expect(life.vault.contents().keys.length).toBeGreaterThanOrEqual(keys);
  });

  it('stops for good once the lease is somebody else’s', async () => {
    const life = await stage.paired();
    const maria = await stage.control.phone(MARIA, 'Maria');
    await maria.send('oi');
    await life.hears('oi');
    life.vault.epoch += 1n;
    const { sent } = await answer(life, 'nunca sai');
    expect(sent).toMatchObject({ ok: false, error: { code: 'not_connected' } });
    expect(newest(life)).toMatchObject({ state: 'waiting', cause: 'not_owner' });
    expect((await maria.chat()).map(({ text }) => text)).not.toContain('nunca sai');
    await until('the end of the socket', async () => {
      const state = (await stage.control.get('/state')) as { connected: boolean };
      return !state.connected;
    });
  });
});
