import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createMemoryVault } from '../../support/memory-vault.js';
import { until } from '../../support/until.js';
import { answer, BOT_NUMBER, setBotStage, type BotLife, type BotStage } from './bot-stage.js';

const MARIA = '5511987654321';

let stage: BotStage;

beforeEach(async () => {
  stage = await setBotStage();
});
afterEach(async () => {
  await stage.end();
  expect(stage.errors).toEqual([]);
});

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
