import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { closeCredentials } from '#src/app/account/block-account.js';
import type { IdentityKey } from '#src/domain/sender.js';
import { lidOf } from '#src/domain/sender.js';
import { allAtOnce, contract, newChat } from '../../contract/parts.js';
import { createRealWeb, type RealWeb } from '../../support/real-web.js';

const HOUR_MS = 3_600_000;
const TITLE = 'Outro WhatsApp com o seu número quer abrir esta conta';

contract('another WhatsApp account with the number, on the page of the account', (parts) => {
  let web: RealWeb;
  beforeEach(async () => {
    web = await createRealWeb(parts());
  });

  function from(chat = newChat()) {
    return { chat, sender: { lid: lidOf(chat), identityKey: `key ${chat}` as IdentityKey } };
  }

  type Person = Awaited<ReturnType<RealWeb['person']>>;

  async function ask({ id: accountId, phone }: Person, other = from()) {
    const [id, now] = [randomUUID(), web.clock.now()];
    const opensAt = new Date(now.getTime() + 24 * HOUR_MS);
    const expiresAt = new Date(now.getTime() + 48 * HOUR_MS);
    const wait = { id, accountId, phone, from: other, opensAt, expiresAt, now };
    await web.store.transaction(({ numberWaits }) => numberWaits.ask(wait));
    return { id, other };
  }

  /** The owner with a known chat, and somebody who waits. */
  async function waiting() {
    const person = await web.person();
    const now = web.clock.now();
    const { phone, chat } = person;
    await web.store.accounts.markSeen({ phone, ...from(chat), memoryVersion: 0, now });
    web.pass(1);
    const { id, other } = await ask(person);
    return { person, id, other, visitor: await web.signedIn(person.id) };
  }

  async function acquaintance({ phone }: Person, who: ReturnType<typeof from>) {
    return (await web.store.accounts.findBySender({ phone, ...who }))?.acquaintance;
  }

  it('case A1: the page says what happened and what it is up to, and nothing once it is over', async () => {
    const { visitor } = await waiting();
    const page = await visitor.get('/account');
    expect(page.text).toContain(TITLE);
    expect(page.text).toContain('Sem o seu sim, ele não abre nada.');
    const no = await visitor.post('/account/number/refuse');
    expect(no.headers['location']).toBe('/account?done=numberRefused');
    const after = await visitor.get('/account?done=numberRefused');
    expect(after.text).not.toContain(TITLE);
    expect(after.text).toContain('não abre a sua conta');
    const again = await visitor.post('/account/number/refuse');
    expect(again.headers['location']).toBe('/account?done=numberOver');
  });

  it('case A1: "Fui eu" wants a fresh proof, "Não fui eu" does not', async () => {
    const { person, id, other, visitor } = await waiting();
    web.pass(5 * 60_000 + 1);
    const confirm = '/account/confirm?then=%2Faccount%2Fnumber';
    const asked = await visitor.get('/account/number');
    expect(asked.headers['location']).toBe(confirm);
    const yes = await visitor.post('/account/number').type('form').send({ wait: id });
    expect(yes.headers['location']).toBe(confirm);
    expect(await acquaintance(person, other)).toBe('new_account');
    const no = await visitor.post('/account/number/refuse');
    expect(no.headers['location']).toBe('/account?done=numberRefused');
  });

  it('case A1: "Fui eu" opens to the other WhatsApp, and both chats are told', async () => {
    const { person, id, other, visitor } = await waiting();
    await web.sentTo(person.chat);
    expect((await visitor.get('/account/number')).text).toContain(`value="${id}"`);
    const yes = await visitor.post('/account/number').type('form').send({ wait: id });
    expect(yes.headers['location']).toBe('/account?done=numberConfirmed');
    expect(await acquaintance(person, other)).toBe('known');
    expect(await acquaintance(person, from(person.chat))).toBe('new_account');
    const page = await visitor.get('/account?done=numberConfirmed');
    expect(page.text).toContain('mudou de aparelho ou de conta em');
    const told = await web.store.outbox.claim({
      ...{ worker: 'test', limit: 100, leaseMs: 1000, now: web.clock.now() },
    });
    expect(told.map(({ chat }) => chat).sort()).toEqual([person.chat, other.chat].sort());
  });

  it('case A1: the yes counts for the wait that was shown, not for one that took its place', async () => {
    const { person, id, visitor } = await waiting();
    const { other } = await ask(person);
    const yes = await visitor.post('/account/number').type('form').send({ wait: id });
    expect(yes.headers['location']).toBe('/account?done=numberOver');
    expect(await acquaintance(person, other)).toBe('new_account');
  });

  it('case A1: of yes and no at the same moment, on two instances, one counts', async () => {
    const { person, id, other, visitor } = await waiting();
    const second = await createRealWeb(parts(), { clock: web.clock });
    const elsewhere = await second.signedIn(person.id);
    const places = await allAtOnce(8, async (at) => {
      const tab = at % 4 < 2 ? visitor : elsewhere;
      const answer =
        at % 2 === 0
          ? await tab.post('/account/number').type('form').send({ wait: id })
          : await tab.post('/account/number/refuse');
      return answer.headers['location'];
    });
    const ends = places.filter((place) => place !== '/account?done=numberOver');
    expect(ends).toHaveLength(1);
    const isYes = ends[0] === '/account?done=numberConfirmed';
    expect(await acquaintance(person, other)).toBe(isYes ? 'known' : 'new_account');
  });

  it('case A3: after BLOQUEAR the page says that password and Google have to be set anew', async () => {
    const person = await web.person();
    const [{ id: accountId }, now] = [person, web.clock.now()];
    await web.store.passwords.set({ accountId, hash: 'hash', now });
    await web.store.transaction((tx) => closeCredentials(tx, { accountId, now }));
    const visitor = await web.signedIn(accountId);
    const text = 'A senha e a conta Google de antes não valem mais';
    expect((await visitor.get('/account')).text).toContain(text);
    await web.store.passwords.set({ accountId, hash: 'new', now });
    expect((await visitor.get('/account')).text).not.toContain(text);
  });
});
