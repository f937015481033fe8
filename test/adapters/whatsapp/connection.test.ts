import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { until } from '../../support/until.js';
import {
  BOT_NUMBER,
  jid,
  ownMessageId,
  setBotStage,
  type BotLife,
  type BotStage,
} from './bot-stage.js';

const MARIA = '5511987654321';

let stage: BotStage;

beforeEach(async () => {
  stage = await setBotStage();
});
afterEach(async () => {
  await stage.end();
  expect(stage.errors).toEqual([]);
});

async function say(life: BotLife, to: { number: string }, text: string) {
  const known = await until('the chat', () =>
    life.inbox.find(({ phone }) => phone === `+${to.number}`),
  );
  const messageId = ownMessageId();
  const sent = await life.connection.channel.send({ chat: known.chat, messageId, text });
  return { messageId, sent };
}

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
    expect(life.connection.status()).toMatchObject({ phone: `+${BOT_NUMBER}`, qr: null });
  });

  it('pairs by a code typed on the phone', async () => {
    const life = await stage.live(
      (await import('../../support/memory-vault.js')).createMemoryVault(),
    );
    await life.connection.pairByCode(`+${BOT_NUMBER}`);
    const { pairingCode } = await until('a code', () =>
      life.statuses.find((status) => status.pairingCode),
    );
    expect(pairingCode).toMatch(/^[A-Z0-9]{8}$/);
    await stage.control.post('/pair', { code: pairingCode, number: BOT_NUMBER });
    await life.reaches('open');
    expect(await life.connection.pairByCode(BOT_NUMBER)).toMatchObject({ ok: false });
  });
});

describe('messages', () => {
  it('come in with the phone number, and answers go out and come back as receipts', async () => {
    const life = await stage.paired();
    const maria = await stage.control.phone(MARIA, 'Maria');
    await maria.send('oi');
    const heard = await life.hears('oi');
    expect(heard.phone).toBe(`+${MARIA}`);
    const { messageId, sent } = await say(life, maria, 'olá');
    expect(sent).toEqual({ ok: true, value: null });
    await maria.sees(({ text }) => text === 'olá');
    await maria.read();
    await until('read', () => life.receipts.find((one) => one.status === 'read'));
    expect(
      life.receipts.filter((one) => one.messageId === messageId).map(({ status }) => status),
    ).toEqual(['delivered', 'read']);
    expect(jid(heard.chat)).toMatch(/@lid$/);
  });
});
