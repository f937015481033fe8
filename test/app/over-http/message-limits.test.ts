import { beforeEach, describe, expect, it } from 'vitest';
import type { TaxId } from '#src/domain/tax-id.js';
import { allAtOnce, contract, newTaxId } from '../../contract/parts.js';
import { createRealWeb, type RealWeb } from '../../support/real-web.js';
import { submit } from '../../support/submit.js';

const MINUTE_MS = 60_000;

contract('messages that pages ask for', (parts) => {
  let webs: readonly [RealWeb, RealWeb];
  beforeEach(async () => {
    let now = new Date('2026-11-23T12:00:00.000Z');
    const clock = { now: () => now };
    webs = [await createRealWeb(parts(), { clock }), await createRealWeb(parts(), { clock })];
    pass = (ms) => void (now = new Date(now.getTime() + ms));
  });
  let pass: (ms: number) => void;

  const askCode = (web: RealWeb, taxId: TaxId, purpose: string) =>
    web.browser().post('/api/auth/whatsapp').send({ taxId, purpose });
  const askReset = (web: RealWeb, taxId: TaxId) =>
    web.browser().post('/password/forgot').type('form').send({ taxId });

  it('case B1: are one for forty requests at the same instant over two instances, in all purposes', async () => {
    const { id, taxId, chat } = await webs[0].person();
    const inside = [await webs[0].signedIn(id), await webs[1].signedIn(id)] as const;
    await webs[0].sentTo(chat);
    await allAtOnce(40, async (n) => {
      const web = webs[n % 2 === 0 ? 0 : 1];
      const signedIn = inside[n % 2 === 0 ? 0 : 1];
      const asked = [
        () => askCode(web, taxId, 'login'),
        () => askCode(web, taxId, 'reset'),
        () => askReset(web, taxId),
        () => signedIn.post('/api/auth/whatsapp').send({ purpose: 'unlink' }),
        () => signedIn.post('/api/auth/whatsapp').send({ purpose: 'step_up' }),
      ] as const;
      const ask = asked[n % asked.length];
      if (ask === undefined) throw new Error('nothing to ask for');
      return ask();
    });
    const sent = await webs[0].sentTo(chat);
    // A code comes in two: a notice that names what it opens, and the six digits alone.
    expect(sent.length).toBe(/^\d{6}$/.test(sent.at(-1) ?? '') ? 2 : 1);
  });

  it('case B1: are one a minute, five an hour, fifteen a day', async () => {
    const { taxId, chat } = await webs[0].person();
    const sentWithin = async (minutes: number): Promise<number> => {
      let sent = 0;
      for (let minute = 0; minute < minutes; minute += 1) {
        const web = webs[minute % 2 === 0 ? 0 : 1];
        await (minute % 3 === 0 ? askReset(web, taxId) : askCode(web, taxId, 'login'));
        const texts = await webs[0].sentTo(chat);
        sent += texts.filter((text) => /^\d{6}$|\/password\/reset\//.test(text)).length;
        pass(MINUTE_MS);
      }
      return sent;
    };
    expect(await sentWithin(8)).toBe(5);
    pass(60 * MINUTE_MS);
    expect(await sentWithin(8)).toBe(5);
    pass(60 * MINUTE_MS);
    expect(await sentWithin(6)).toBe(5);
    pass(60 * MINUTE_MS);
    expect(await sentWithin(3)).toBe(0);
    pass(24 * 60 * MINUTE_MS);
    expect(await sentWithin(2)).toBe(2);
  });

  describe('say the truth to a second browser, in the same words for every CPF', () => {
    it('case F13: through the API and on the page', async () => {
      const [web] = webs;
      const { taxId: known, chat } = await web.person();
      const answers: string[] = [];
      for (const taxId of [known, newTaxId()]) {
        expect((await askCode(web, taxId, 'login')).body).toMatchObject({
          held: false,
          resendIn: 60,
        });
        pass(18_000);
        const second = await askCode(web, taxId, 'login');
        expect(second.status).toBe(202);
        expect(second.body).toMatchObject({ held: true, resendIn: 42 });
        const visitor = web.browser();
        const form = await visitor.post('/login').type('form').send({ taxId, way: 'code' });
        expect(form.headers['location']).toBe('/login/code?wait=42');
        const page = await visitor.get(form.headers['location'] ?? '');
        expect(page.text).toContain('este pedido não mandou outro. Você pode pedir de novo em 42');
        expect(page.text).toContain('data-wait="42"');
        const reset = await submit(web.browser(), '/password/forgot', { taxId });
        expect(reset.text).toContain('em 42 segundos');
        answers.push(JSON.stringify({ ...(second.body as object), challengeId: '' }));
        pass(MINUTE_MS);
      }
      expect(answers[0]).toBe(answers[1]);
      expect(await web.sentTo(chat)).toHaveLength(2);
    });

    it('and the browser that has a code on its way keeps it', async () => {
      const [web] = webs;
      const { taxId, chat } = await web.person();
      for (const typed of [taxId, newTaxId()]) {
        const visitor = web.browser();
        const asked = await visitor.post('/api/auth/whatsapp').send({ taxId: typed });
        const again = await visitor.post('/api/auth/whatsapp').send({ taxId: typed });
        expect([again.status, again.headers['retry-after']]).toEqual([429, '60']);
        if (typed !== taxId) continue;
        const { challengeId } = asked.body as { challengeId: string };
        const code = (await web.sentTo(chat)).at(-1);
        const entered = await visitor.post('/api/auth/whatsapp/verify').send({ challengeId, code });
        expect(entered.status).toBe(200);
      }
    });
  });
});
