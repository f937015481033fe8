import { beforeEach, describe, expect, it } from 'vitest';
import { maskPersonName } from '#src/domain/person-name.js';
import { contract, newTaxId } from '../../contract/parts.js';
import { createRealWeb, type RealWeb } from '../../support/real-web.js';
import { cookiesOf, valueOf } from '../../support/web-client.js';
import { submit } from '../../support/submit.js';
import { isSignedIn, logIn, OTHER, PASSWORD, setPassword, type Person } from './passwords.js';

const RESET_LINK = /\/password\/reset\/[\w-]{43}/;

/** What the reset's link leads to, from the chat. */
async function resetPath(web: RealWeb, { taxId, chat }: Person): Promise<string> {
  await web.sentTo(chat);
  await web.browser().post('/password/forgot').type('form').send({ taxId });
  return RESET_LINK.exec((await web.sentTo(chat)).join('\n'))?.[0] ?? 'no link came';
}

contract('setting and resetting a password', (parts) => {
  let web: RealWeb;
  beforeEach(async () => {
    web = await createRealWeb(parts());
  });

  describe('a forgotten password', () => {
    it('is replaced by the link from the chat: all sessions end, nobody is signed in', async () => {
      const person = await web.person();
      const visitor = await web.signedIn(person.id);
      await setPassword(visitor, PASSWORD);
      const path = await resetPath(web, person);
      const token = path.slice(-43);
      const fresh = web.browser();
      for (const method of ['get', 'head', 'get'] as const) {
        expect((await fresh[method](path)).status).toBe(200);
      }
      const form = { token, password: OTHER, repeat: OTHER };
      const post = (fields: object) => submit(fresh, '/password/reset', { ...form, ...fields });
      expect((await post({ repeat: 'outra' })).text).toContain('não são iguais');
      const short = await post({ password: 'curta', repeat: 'curta' });
      expect(short.text).toContain('Use 10 caracteres ou mais.');
      const done = await post({});
      expect([done.status, done.text.includes('Senha salva')]).toEqual([200, true]);
      expect([await isSignedIn(fresh), await isSignedIn(visitor)]).toEqual([false, false]);
      expect((await post({})).status).toBe(410);
      expect((await logIn(web, person, OTHER)).status).toBe(200);
    });

    it('says whose it is, and signs nobody else out: the link may be a stranger’s', async () => {
      const [person, lurer] = [await web.person(), await web.person()];
      const visitor = await web.signedIn(person.id);
      const path = await resetPath(web, lurer);
      const account = await web.store.accounts.findById(lurer.id);
      if (account === null) throw new Error('the account is gone');
      const title = `Senha nova para a conta de ${maskPersonName(account.name)}`;
      expect((await visitor.get(path)).text).toContain(title);
      const post = (password: string) =>
        submit(visitor, '/password/reset', {
          ...{ token: path.slice(-43), password, repeat: password },
        });
      expect((await post('curta')).text).toContain(title);
      expect((await post(PASSWORD)).text).toContain('Senha salva');
      expect(await isSignedIn(visitor)).toBe(true);
      const own = await web.signedIn(lurer.id);
      web.pass(60_000);
      const again = await resetPath(web, lurer);
      const form = { token: again.slice(-43), password: OTHER, repeat: OTHER };
      const done = await own.post('/password/reset').type('form').send(form);
      expect([...cookiesOf(done).keys()]).toContain('zl_access');
      expect(valueOf(cookiesOf(done).get('zl_access'))).toBe('');
    });

    it('answers alike for a CPF nobody has, and keeps the link away from the login (case 13)', async () => {
      const person = await web.person();
      const ask = (taxId: string) => submit(web.browser(), '/password/forgot', { taxId });
      const [known, unknown] = [await ask(person.taxId), await ask(newTaxId())];
      expect([known.status, unknown.status]).toEqual([200, 200]);
      expect(unknown.text).toBe(known.text);
      const path = RESET_LINK.exec((await web.sentTo(person.chat)).join('\n'))?.[0] ?? '';
      expect((await web.browser().get(`/l/${path.slice(-43)}`)).status).toBe(404);
    });

    it('sends one link a minute, whatever the browser', async () => {
      const person = await web.person();
      expect(await resetPath(web, person)).toMatch(RESET_LINK);
      expect(await resetPath(web, person)).toBe('no link came');
    });

    it('is replaced by a reset code, which a weak password does not use up', async () => {
      const person = await web.person();
      const visitor = web.browser();
      const asked = await visitor
        .post('/api/auth/whatsapp')
        .send({ taxId: person.taxId, purpose: 'reset' });
      const { challengeId } = asked.body as { challengeId: string };
      const code = (await web.sentTo(person.chat)).at(-1);
      const reset = (password: string) =>
        visitor.post('/api/auth/password/reset').send({ challengeId, code, password });
      expect((await reset(`${person.taxId}ab`)).status).toBe(422);
      expect((await reset(PASSWORD)).status).toBe(204);
      expect((await reset(PASSWORD)).status).toBe(410);
      expect((await logIn(web, person, PASSWORD)).status).toBe(200);
    });

    it('says that WhatsApp is down', async () => {
      await web.setBoard({ state: 'waiting' });
      const page = await submit(web.browser(), '/password/forgot', { taxId: newTaxId() });
      expect(page.text).toContain('fora do ar');
    });
  });
});
