import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askCode, codeOf, lastCode, linkedPerson, vouched } from '../support/google-steps.js';
import { createGoogleWorld, PASSWORD, whoIsIn, type GoogleWorld } from '../support/google-world.js';

let world: GoogleWorld;
beforeAll(async () => {
  world = await createGoogleWorld();
});
afterAll(() => world.end());

describe('the first time by Google', () => {
  it('asks for a CPF and tells only what Google said', async () => {
    const googler = world.googler();
    const browser = world.browser();
    const { answer, linkId } = await vouched(world, browser, googler.sub);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      status: 'require_linking',
      linkId,
      googleName: googler.name,
      googleEmail: googler.email,
    });
    expect(await whoIsIn(browser)).toBeNull();
  });

  it('links by password, signs in, and tells the owner in the chat', async () => {
    const person = await world.person({ password: true });
    const browser = world.browser();
    const { sub, linkId } = await vouched(world, browser);
    const link = { linkId, taxId: person.taxId, password: PASSWORD };
    const answer = await browser.post('/api/auth/google/link').send(link);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ status: 'logged_in', action: 'link' });
    expect(await whoIsIn(browser)).toBe(person.id);
    expect((await world.sentTo(person.chat)).join()).toMatch(/conta do Google passou a abrir/);
    const next = await vouched(world, world.browser(), sub);
    expect(next.answer.body).toEqual({ status: 'logged_in' });
    expect((await world.store.accounts.findById(person.id))?.name).toBe(person.name);
  });

  it('links by a code that was asked for in this browser to link', async () => {
    const person = await world.person();
    const browser = world.browser();
    const { linkId } = await vouched(world, browser);
    const asked = await askCode(browser, { taxId: person.taxId, purpose: 'link' });
    expect(asked.status).toBe(202);
    const code = lastCode(await world.sentTo(person.chat));
    const link = { linkId, challengeId: asked.challengeId, code };
    expect((await browser.post('/api/auth/google/link').send(link)).status).toBe(200);
    expect(await whoIsIn(browser)).toBe(person.id);
  });

  it('sends no code to link in a browser for which Google has not vouched', async () => {
    const person = await world.person();
    const asked = await askCode(world.browser(), { taxId: person.taxId, purpose: 'link' });
    expect(asked.status).toBe(410);
    expect(await world.sentTo(person.chat)).toEqual([]);
  });

  it('takes no code that was asked for to log in (security case 4)', async () => {
    const person = await world.person();
    const browser = world.browser();
    const { linkId } = await vouched(world, browser);
    const { challengeId } = await askCode(browser, { taxId: person.taxId });
    const code = lastCode(await world.sentTo(person.chat));
    const answer = await browser.post('/api/auth/google/link').send({ linkId, challengeId, code });
    expect([answer.status, await whoIsIn(browser)]).toEqual([410, null]);
  });

  it('never links because of an e-mail (security case 37)', async () => {
    const { person } = await linkedPerson(world);
    const { email } = (await world.store.googleIdentities.linkedTo(person.id)) ?? { email: null };
    const namesake = world.googler(email ?? '');
    const { answer } = await vouched(world, world.browser(), namesake.sub);
    expect(answer.body).toMatchObject({ status: 'require_linking', googleEmail: email });
  });
});

describe('a pending link (security case 40)', () => {
  it('belongs to the browser in which Google vouched', async () => {
    const person = await world.person({ password: true });
    const { linkId } = await vouched(world, world.browser());
    const thief = world.browser();
    const link = { linkId, taxId: person.taxId, password: PASSWORD };
    const answers = [await thief.post('/api/auth/google/link').send(link)];
    await vouched(world, thief);
    answers.push(await thief.post('/api/auth/google/link').send(link));
    for (const { status, body } of answers) {
      expect([status, codeOf({ body })]).toEqual([410, 'google_link_expired']);
    }
  });

  it('takes no id of Google from a request', async () => {
    const person = await world.person({ password: true });
    const browser = world.browser();
    const { linkId } = await vouched(world, browser);
    const link = { linkId, taxId: person.taxId, password: PASSWORD, google_id: '1' };
    expect((await browser.post('/api/auth/google/link').send(link)).status).toBe(400);
  });

  it('works once, for ten minutes', async () => {
    const person = await world.person({ password: true });
    const browser = world.browser();
    const { linkId } = await vouched(world, browser);
    world.pass(600_000);
    const link = { linkId, taxId: person.taxId, password: PASSWORD };
    expect((await browser.post('/api/auth/google/link').send(link)).status).toBe(410);
    const again = await vouched(world, browser);
    const fresh = { ...link, linkId: again.linkId };
    expect((await browser.post('/api/auth/google/link').send(fresh)).status).toBe(200);
    expect((await browser.post('/api/auth/google/link').send(fresh)).status).toBe(410);
  });

  it('gives five tries, and answers a CPF that nobody has like a wrong password', async () => {
    const person = await world.person({ password: true });
    const stranger = await world.person();
    const browser = world.browser();
    const { linkId } = await vouched(world, browser);
    const wrong = { linkId, taxId: person.taxId, password: 'outra senha qualquer' };
    const answers = [];
    for (const taxId of [person.taxId, stranger.taxId, '529.982.247-25', person.taxId]) {
      answers.push(await browser.post('/api/auth/google/link').send({ ...wrong, taxId }));
    }
    const codes = answers.map(({ body }) => codeOf({ body }));
    expect(new Set(codes)).toEqual(new Set(['wrong_password']));
    await browser.post('/api/auth/google/link').send(wrong);
    const right = { ...wrong, password: PASSWORD };
    expect((await browser.post('/api/auth/google/link').send(right)).status).toBe(410);
    expect(await whoIsIn(browser)).toBeNull();
  });
});

describe('a Google account that is somebody else’s (security case 36)', () => {
  it('is a conflict that names nobody', async () => {
    const { person: owner, sub } = await linkedPerson(world);
    await world.store.googleIdentities.unlink(owner.id, world.now());
    const person = await world.person({ password: true });
    const browser = world.browser();
    const { linkId } = await vouched(world, browser, sub);
    const link = { linkId, taxId: person.taxId, password: PASSWORD };
    const answer = await browser.post('/api/auth/google/link').send(link);
    expect([answer.status, codeOf(answer)]).toEqual([409, 'conflict']);
    for (const secret of [owner.name, owner.taxId, owner.id]) {
      expect(JSON.stringify(answer.body)).not.toContain(secret);
    }
    expect(await whoIsIn(browser)).toBeNull();
    expect(await world.store.googleIdentities.linkedTo(person.id)).toBeNull();
  });

  it('returns to its own account', async () => {
    const { person, sub } = await linkedPerson(world);
    await world.store.googleIdentities.unlink(person.id, world.now());
    const browser = world.browser();
    const { linkId, answer } = await vouched(world, browser, sub);
    expect(answer.body).toMatchObject({ status: 'require_linking' });
    const link = { linkId, taxId: person.taxId, password: PASSWORD };
    expect((await browser.post('/api/auth/google/link').send(link)).status).toBe(200);
  });

  it('does not take the place of the one that is linked', async () => {
    const { person, sub } = await linkedPerson(world);
    const browser = world.browser();
    const { linkId } = await vouched(world, browser);
    const link = { linkId, taxId: person.taxId, password: PASSWORD };
    expect((await browser.post('/api/auth/google/link').send(link)).status).toBe(409);
    expect((await vouched(world, world.browser(), sub)).answer.body).toEqual({
      status: 'logged_in',
    });
  });

  it('is linked once by two browsers at the same time', async () => {
    const googler = world.googler();
    const people = [await world.person({ password: true }), await world.person({ password: true })];
    const answers = await Promise.all(
      people.map(async ({ taxId }) => {
        const browser = world.browser();
        const { linkId } = await vouched(world, browser, googler.sub);
        const link = { linkId, taxId, password: PASSWORD };
        return (await browser.post('/api/auth/google/link').send(link)).status;
      }),
    );
    expect(answers.sort()).toEqual([200, 409]);
  });
});
