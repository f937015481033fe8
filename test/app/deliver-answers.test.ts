import { afterEach, beforeEach, expect, it } from 'vitest';
import { contract, later, newChat } from '../contract/parts.js';
import { until } from '../support/until.js';
import { createDeliveryStage, type DeliveryStage } from './delivery-stage.js';

contract('delivery of answers', (parts) => {
  let stage: DeliveryStage;
  beforeEach(async () => {
    stage = await createDeliveryStage(parts());
  });
  afterEach(() => stage.end());

  it('sends an answer that its turn claimed, and looks for nothing', async () => {
    stage.delivery.start();
    await until('the first look', () => stage.looks() === 1);
    const sends = await Promise.all([
      stage.answer(newChat(), 'one'),
      stage.answer(newChat(), 'two'),
    ]);
    for (const send of sends) send();
    await until('both', () => stage.sent.length === 2);
    await stage.delivery.stop();
    expect(await stage.statuses()).toEqual(['sent', 'sent']);
    expect(stage.looks()).toBe(1);
  });

  it('sends what stands behind such an answer after it', async () => {
    stage.delivery.start();
    await until('the first look', () => stage.looks() === 1);
    const send = await stage.answer(newChat(), 'link', 'code', 'hint');
    send();
    await until('all three', () => stage.sent.length === 3);
    expect(stage.sent).toEqual(['link', 'code', 'hint']);
  });

  it('sends what came while such an answer was on its way, and a look passed over it', async () => {
    stage.delivery.start();
    await until('the first look', () => stage.looks() === 1);
    const send = await stage.answer(stage.stuckChat, 'answer');
    send();
    await until('the stuck send', () => stage.begun.includes('answer'));
    await stage.queue(stage.stuckChat, 'alert');
    await until('the second look', () => stage.looks() === 2);
    stage.letGo();
    await until('the alert', () => stage.sent.includes('alert'));
    expect(stage.sent).toEqual(['answer', 'alert']);
  });

  it('sends what came between the claim of an answer and its sending', async () => {
    stage.delivery.start();
    await until('the first look', () => stage.looks() === 1);
    const send = await stage.answer(stage.stuckChat, 'answer');
    await stage.queue(stage.stuckChat, 'alert');
    await until('the second look', () => stage.looks() === 2);
    send();
    stage.letGo();
    await until('the alert', () => stage.sent.includes('alert'));
    expect(stage.sent).toEqual(['answer', 'alert']);
  });

  it('sends an answer whose turn never said that it was committed, once its claim is over', async () => {
    stage.delivery.start();
    await stage.answer(newChat(), 'Olá!');
    stage.pass(later(10_000));
    stage.delivery.poke();
    await until('the answer', () => stage.sent.includes('Olá!'));
    await stage.delivery.stop();
    expect(stage.begun).toEqual(['Olá!']);
  });

  it('sends an answer once whose turn says it was committed only after its claim is over', async () => {
    stage.delivery.start();
    const send = await stage.answer(newChat(), 'Olá!');
    stage.pass(later(10_000));
    stage.delivery.poke();
    await until('the answer', () => stage.sent.includes('Olá!'));
    await until('its end', async () => (await stage.statuses())[0] === 'sent');
    send();
    await stage.delivery.stop();
    expect(stage.begun).toEqual(['Olá!']);
  });

  it('puts an answer back that was claimed before WhatsApp refused answers', async () => {
    stage.delivery.start();
    const send = await stage.answer(newChat(), 'Olá!');
    stage.hold(true);
    send();
    await until('its place in the outbox', async () => (await stage.statuses())[0] === 'queued');
    stage.hold(false);
    stage.delivery.poke();
    await until('the answer', () => stage.sent.includes('Olá!'));
    await stage.delivery.stop();
    expect(stage.begun).toEqual(['Olá!']);
  });

  it('lets no answer be claimed before it begins, after it ends, and while every lane is taken', async () => {
    expect(stage.delivery.answers.claim()).toBeNull();
    stage.delivery.start();
    expect(stage.delivery.answers.claim()).toMatchObject({ worker: 'test', leaseMs: 10_000 });
    const sends = await Promise.all(
      Array.from({ length: 32 }, () => stage.answer(newChat(), 'Olá!')),
    );
    for (const send of sends) send();
    expect(stage.delivery.answers.claim()).toBeNull();
    await until('all', () => stage.sent.length === 32);
    await stage.delivery.stop();
    expect(stage.delivery.answers.claim()).toBeNull();
  });
});
