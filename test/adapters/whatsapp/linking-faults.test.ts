import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { readPairingSign } from '#src/adapters/whatsapp/pairing/pairing-signs.js';
import { createServerClock } from '#src/adapters/whatsapp/socket/server-clock.js';

import { createMemoryVault } from '../../support/memory-vault.js';
import { until } from '../../support/until.js';
import { BOT_NUMBER, setBotStage, type BotLife, type BotStage } from './bot-stage.js';

let stage: BotStage;

beforeEach(async () => {
  stage = await setBotStage();
});
afterEach(async () => {
  await stage.end();
  expect(stage.errors).toEqual([]);
});

const newest = (life: BotLife) => life.connection.status();

/** The phone reads the QR or takes the code; the answer of the control API tells what became of it. */
async function link(by: Readonly<Record<string, string | null>>): Promise<void> {
  const response = await fetch(`${stage.simulator.url}/pair`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...by, number: BOT_NUMBER }),
  });
  await response.text();
}

async function codeOf(life: BotLife): Promise<string> {
  await life.connection.pairByCode(`+${BOT_NUMBER}`);
  const { pairingCode } = await until('a code', () =>
    life.statuses.find((status) => status.pairingCode),
  );
  return pairingCode ?? '';
}

describe('a demand for a passkey', () => {
  it.each(['qr', 'code'] as const)(
    'case F4: is a state of its own within two seconds, by %s, and an admin can begin anew',
    async (way) => {
      const life = await stage.live(createMemoryVault());
      const { qr } = await life.reaches('pairing');
      const code = way === 'code' ? await codeOf(life) : '';
      await stage.control.post('/faults', { passkey: true });
      await link(way === 'qr' ? { qr } : { code });
      // The control API answers once the demand is on its way.
      const asked = Date.now();
      const demanded = await life.reaches('passkey');
      expect(Date.now() - asked).toBeLessThan(2_000);
      expect(demanded).toMatchObject({ cause: 'passkey_demanded', qr: null, pairingCode: null });
      expect(life.events.map(({ event }) => event)).toContain('whatsapp.passkey_demanded');

      // The connection ends: no loop of new ones follows.
      await stage.control.post('/faults', { offline: true });
      await until('the end', () => life.events.find(({ event }) => event === 'whatsapp.closed'));
      expect(newest(life)).toMatchObject({ state: 'passkey', cause: 'passkey_demanded' });
      await stage.control.post('/faults', { offline: false, passkey: false });
      const since = life.statuses.length;
      life.connection.pair();
      const again = await life.reaches('pairing', since);
      await link({ qr: again.qr });
      await life.reaches('open', since);
    },
  );

  it('case F4: an admin begins anew while the hanging connection is still there', async () => {
    const life = await stage.live(createMemoryVault());
    const { qr } = await life.reaches('pairing');
    await stage.control.post('/faults', { passkey: true });
    await link({ qr });
    await life.reaches('passkey');
    await stage.control.post('/faults', { passkey: false });
    const since = life.statuses.length;
    life.connection.pair();
    const again = await life.reaches('pairing', since);
    await link({ qr: again.qr });
    await life.reaches('open', since);
  });
});

it('case F4: a code that WhatsApp refuses is never shown, and the QR stays', async () => {
  const life = await stage.live(createMemoryVault());
  await life.reaches('pairing');
  await stage.control.post('/faults', { refuseCodes: true });
  await life.connection.pairByCode(`+${BOT_NUMBER}`);
  await until('the refusal', () => newest(life).cause === 'code_refused');
  expect(newest(life).state).toBe('pairing');
  expect(newest(life).qr).not.toBeNull();
  expect(life.statuses.filter(({ pairingCode }) => pairingCode !== null)).toEqual([]);
});

it('case F2: after three failures the next try is named, and a press connects at once', async () => {
  const life = await stage.paired();
  await stage.control.post('/faults', { loginFailure: 500, disconnect: 'drop' });
  const { nextTryAt } = await until('a long wait', () =>
    life.statuses.find((status) => status.nextTryAt && status.cause === 'bad_session'),
  );
  expect((nextTryAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(500_000);
  await stage.control.post('/faults', { loginFailure: null });
  const since = life.statuses.length;
  life.connection.pair();
  const open = await life.reaches('open', since);
  expect(open.nextTryAt).toBeNull();
});

it('case D4: a message is as old as WhatsApp says, whatever this server’s clock is', async () => {
  const ahead = 10 * 60_000;
  const life = await stage.paired({ clock: { now: () => new Date(Date.now() + ahead) } });
  const maria = await stage.control.phone('5511987654321', 'Maria');
  await maria.send('oi');
  const { sentAt } = await life.hears('oi');
  expect(Math.abs(Date.now() + ahead - sentAt.getTime())).toBeLessThan(30_000);
  expect(newest(life).clockSkewMs).toBeGreaterThan(ahead - 5_000);
  expect(life.events.map(({ event }) => event)).toContain('whatsapp.clock_off');
});

describe('the difference to WhatsApp’s clock', () => {
  it('case D4: is the smallest of the last ones; a frozen process reads its stanzas late', () => {
    const clock = { at: 1_000_000_000_000, now: () => new Date(clock.at) };
    const server = createServerClock(clock);
    const hear = (seconds: number, attrs = {}) =>
      server.hear({ tag: 'message', attrs: { t: String(1_000_000_000 + seconds), ...attrs } });
    expect(server.skewMs()).toBe(0);
    hear(-3_600);
    expect(server.skewMs()).toBe(3_600_000);
    hear(-600);
    hear(-1_200);
    hear(-4_000, { offline: '0' });
    expect(server.skewMs()).toBe(600_000);
    hear(-5);
    expect(server.skewMs()).toBe(0);
  });
});

it.each([
  [{ tag: 'notification', attrs: { type: 'passkey_prologue_request' } }, 'passkey_demanded'],
  [{ tag: 'iq', attrs: { type: 'error' } }, 'code_refused'],
  [{ tag: 'iq', attrs: { type: 'result' } }, null],
  [{ tag: 'iq', attrs: { type: 'set' }, content: [{ tag: 'pair-success', attrs: {} }] }, 'begun'],
  [new Uint8Array(3), null],
  [null, null],
])('case F4: reads %j as %s', (frame, sign) => {
  expect(readPairingSign(frame)).toBe(sign);
});
