import { beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '#src/app/chat/effects/all-effects.js';
import { contract } from '../contract/parts.js';
import { ADDRESS, CHROME, createStage, type Stage, type Writer } from './stage.js';

type Shown = Extract<Outcome, { type: 'requestOpened'; outcome: 'shown' }>;

contract('a login request', (parts) => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage(parts());
  });

  async function ask(next: string | null = null) {
    const asked = await stage.requests.ask({
      ...{ next, browserToken: null, userAgent: CHROME, address: ADDRESS },
    });
    if (!asked.ok) throw new Error('the request was refused');
    return asked.value;
  }

  async function open(writer: Writer, code: string) {
    const [answer] = await stage.act(writer, { type: 'openRequest', code });
    return answer as Extract<Outcome, { type: 'requestOpened' }>;
  }

  async function answer(writer: Writer, number: number) {
    return (await stage.act(writer, { type: 'answerRequest', number }))[0];
  }

  function complete(
    { requestId, browserToken }: { requestId: string; browserToken: string },
    otherBrowser?: string,
  ) {
    const token = otherBrowser ?? browserToken;
    const who = { userAgent: CHROME, address: ADDRESS, lastKnown: null, confirmed: true };
    return stage.requests.complete({ requestId, browserToken: token, ...who });
  }

  it('lets the browser in that asked, once, when the chat names the number on its screen', async () => {
    const person = await stage.person();
    const page = await ask('/pedidos?id=1');
    expect(await stage.requests.state(page)).toBe('pending');
    expect(page.requestCode).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
    expect(page.waText).toContain(page.requestCode);
    const shown = (await open(person, page.requestCode)) as Shown;
    expect(shown).toMatchObject({ outcome: 'shown', browser: 'Chrome', system: 'Windows' });
    expect(new Set(shown.choices).size).toBe(3);
    expect(shown.choices).toContain(page.number);
    expect(stage.changedRequests).toEqual([page.requestId]);
    expect(await stage.requests.state(page)).toBe('asked');
    expect(await answer(person, page.number)).toMatchObject({ outcome: 'approved' });
    expect(stage.changedRequests).toEqual([page.requestId, page.requestId]);
    expect(await stage.requests.state(page)).toBe('approved');
    const done = await Promise.all([complete(page), complete(page)]);
    expect(done.filter(({ ok }) => ok)).toMatchObject([
      { value: { accountId: person.id, next: '/pedidos?id=1' } },
    ]);
    expect(done.filter(({ ok }) => !ok)).toEqual([{ ok: false, error: { code: 'used' } }]);
  });

  it('gives no other browser anything (case 20)', async () => {
    const person = await stage.person();
    const page = await ask();
    await open(person, page.requestCode);
    await answer(person, page.number);
    const other = { requestId: page.requestId, browserToken: 'another' };
    expect(await stage.requests.state(other)).toBeNull();
    expect(await complete(page, 'another')).toEqual({ ok: false, error: { code: 'not_found' } });
    expect((await complete(page)).ok).toBe(true);
  });

  it('has one try: a wrong number ends it, and the right one comes too late (case 20)', async () => {
    const person = await stage.person();
    const page = await ask();
    await open(person, page.requestCode);
    const wrong = page.number === 10 ? 11 : page.number - 1;
    expect(await answer(person, wrong)).toMatchObject({ outcome: 'wrong_number' });
    expect(await answer(person, page.number)).toMatchObject({ outcome: 'expired' });
    expect(await stage.requests.state(page)).toBe('denied');
    expect(await complete(page)).toEqual({ ok: false, error: { code: 'not_approved' } });
  });

  it('stays with the chat that opened it first', async () => {
    const [first, second] = [await stage.person(), await stage.person()];
    const page = await ask();
    await open(first, page.requestCode);
    expect(await open(second, page.requestCode)).toMatchObject({ outcome: 'not_found' });
    expect(await answer(second, page.number)).toMatchObject({ outcome: 'expired' });
    expect(await answer(first, page.number)).toMatchObject({ outcome: 'approved' });
  });

  it('is closed by NÃO', async () => {
    const person = await stage.person();
    const page = await ask();
    await open(person, page.requestCode);
    expect(await stage.act(person, { type: 'denyRequest' })).toEqual([{ type: 'requestDenied' }]);
    expect(await stage.requests.state(page)).toBe('denied');
    expect(stage.changedRequests).toEqual([page.requestId, page.requestId]);
  });

  it('ends at the instant of expiry', async () => {
    const person = await stage.person();
    const page = await ask();
    await open(person, page.requestCode);
    stage.pass(page.expiresInS * 1000);
    expect(await answer(person, page.number)).toMatchObject({ outcome: 'expired' });
    expect(await stage.requests.state(page)).toBe('expired');
    expect(await complete(page)).toEqual({ ok: false, error: { code: 'expired' } });
  });

  it('goes nowhere but to a path of this site (case 30)', async () => {
    const person = await stage.person();
    const page = await ask('//evil.example');
    await open(person, page.requestCode);
    await answer(person, page.number);
    expect(await complete(page)).toMatchObject({ value: { next: null } });
  });

  describe('is not opened', () => {
    it('by a stranger, who does not take it from its owner either', async () => {
      const [person, stranger] = [await stage.person(), await stage.stranger()];
      const page = await ask();
      expect(await open(stranger, page.requestCode)).toMatchObject({ outcome: 'not_found' });
      expect(await open(person, page.requestCode)).toMatchObject({ outcome: 'shown' });
    });

    it('from a chat whose number WhatsApp does not tell (case 15)', async () => {
      const person = await stage.person();
      const page = await ask();
      const hidden = { chat: person.chat, phone: null };
      expect(await open(hidden, page.requestCode)).toMatchObject({ outcome: 'not_found' });
    });

    it('after ten other codes in an hour (case 22)', async () => {
      const person = await stage.person();
      for (let number = 0; number < 10; number += 1) {
        const code = `2345678${'ABCDEFGHJK'.charAt(number)}`;
        expect(await open(person, code)).toMatchObject({ outcome: 'not_found' });
      }
      const page = await ask();
      expect(await open(person, page.requestCode)).toMatchObject({ outcome: 'too_many_tries' });
      stage.pass(60 * 60_000 + 1);
      const later = await ask();
      expect(await open(person, later.requestCode)).toMatchObject({ outcome: 'shown' });
    });
  });

  it('that was approved and not used dies with BLOQUEAR', async () => {
    const person = await stage.person();
    const page = await ask();
    await open(person, page.requestCode);
    await answer(person, page.number);
    await stage.act(person, { type: 'block' });
    expect(await complete(page)).toEqual({ ok: false, error: { code: 'not_approved' } });
  });
});
