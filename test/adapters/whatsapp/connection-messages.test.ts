import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { until } from '../../support/until.js';
import { answer, setBotStage, type BotStage } from './bot-stage.js';

const MARIA = '5511987654321';

let stage: BotStage;

beforeEach(async () => {
  stage = await setBotStage();
});
afterEach(async () => {
  await stage.end();
  expect(stage.errors).toEqual([]);
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
