import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askCode, codeOf, lastCode, linkedPerson, vouched } from '../support/google-steps.js';
import { createGoogleWorld, PASSWORD, whoIsIn, type GoogleWorld } from '../support/google-world.js';

let world: GoogleWorld;
beforeAll(async () => {
  world = await createGoogleWorld();
});
afterAll(() => world.end());

describe('what speaks against it', () => {
  it('an account that is blocked is not opened', async () => {
    const { person, sub } = await linkedPerson(world);
    await world.store.accounts.block(person.id, 'owner');
    const { answer } = await vouched(world, world.browser(), sub);
    expect([answer.status, codeOf(answer)]).toEqual([403, 'account_blocked']);
  });

  it('case A8: an account that is claimed opens as before and unlinks, and links nothing new', async () => {
    const { person, browser, sub } = await linkedPerson(world);
    await world.claim(person);
    expect((await vouched(world, world.browser(), sub)).answer.body).toEqual({
      status: 'logged_in',
    });
    const unlink = await browser.post('/api/auth/google/unlink').send({ password: PASSWORD });
    expect(unlink.status).toBe(204);
    const other = await world.person({ password: true });
    await world.claim(other);
    const visitor = world.browser();
    const { linkId } = await vouched(world, visitor);
    const link = { linkId, taxId: other.taxId, password: PASSWORD };
    const refused = await visitor.post('/api/auth/google/link').send(link);
    expect(codeOf(refused)).toBe('account_contested');
  });

  it('once an admin has upheld a claim, the squatter’s Google opens nothing (security case 38)', async () => {
    const { person, browser, sub } = await linkedPerson(world);
    const claimId = await world.claim(person);
    const upheld = await world.uphold(claimId);
    expect(upheld.ok).toBe(true);
    expect(await whoIsIn(browser)).toBeNull();
    const { answer } = await vouched(world, world.browser(), sub);
    expect(answer.body).toMatchObject({ status: 'require_linking' });
  });
});

describe('taking Google away (security case 39)', () => {
  it('asks for a proof', async () => {
    const { browser, sub } = await linkedPerson(world);
    for (const body of [{}, { password: 'outra senha qualquer' }]) {
      const answer = await browser.post('/api/auth/google/unlink').send(body);
      expect([400, 401]).toContain(answer.status);
    }
    expect((await vouched(world, world.browser(), sub)).answer.body).toEqual({
      status: 'logged_in',
    });
    const nobody = await world.browser().post('/api/auth/google/unlink').send({ password: 'x' });
    expect(nobody.status).toBe(401);
  });

  it('by password tells the owner, ends the other sessions and keeps this one', async () => {
    const { person, browser, sub } = await linkedPerson(world);
    const elsewhere = world.browser();
    await vouched(world, elsewhere, sub);
    expect(await whoIsIn(elsewhere)).toBe(person.id);
    const answer = await browser.post('/api/auth/google/unlink').send({ password: PASSWORD });
    expect(answer.status).toBe(204);
    expect((await world.sentTo(person.chat)).join()).toMatch(/Google deixou de abrir/);
    expect([await whoIsIn(browser), await whoIsIn(elsewhere)]).toEqual([person.id, null]);
    expect((await vouched(world, world.browser(), sub)).answer.body).toMatchObject({
      status: 'require_linking',
    });
    const again = await browser.post('/api/auth/google/unlink').send({ password: PASSWORD });
    expect(again.status).toBe(404);
  });

  it('goes by a code of its own, and by no other', async () => {
    const { person, browser } = await linkedPerson(world);
    const wrong = await askCode(browser, { taxId: person.taxId });
    const loginCode = lastCode(await world.sentTo(person.chat));
    const refused = await browser
      .post('/api/auth/google/unlink')
      .send({ challengeId: wrong.challengeId, code: loginCode });
    expect(refused.status).toBe(410);
    world.pass(61_000);
    const { challengeId } = await askCode(browser, { purpose: 'unlink' });
    const code = lastCode(await world.sentTo(person.chat));
    const answer = await browser.post('/api/auth/google/unlink').send({ challengeId, code });
    expect(answer.status).toBe(204);
  });

  it('is refused when nothing else would open the account', async () => {
    const person = await world.person();
    const browser = world.browser();
    const { linkId } = await vouched(world, browser);
    const first = await askCode(browser, { taxId: person.taxId, purpose: 'link' });
    const linkCode = lastCode(await world.sentTo(person.chat));
    const link = { linkId, challengeId: first.challengeId, code: linkCode };
    expect((await browser.post('/api/auth/google/link').send(link)).status).toBe(200);
    world.pass(61_000);
    const { challengeId } = await askCode(browser, { purpose: 'unlink' });
    const code = lastCode(await world.sentTo(person.chat));
    await world.loseNumbers(person.id);
    const answer = await browser.post('/api/auth/google/unlink').send({ challengeId, code });
    expect([answer.status, codeOf(answer)]).toEqual([409, 'last_way_in']);
    expect(await world.store.googleIdentities.linkedTo(person.id)).not.toBeNull();
  });
});
