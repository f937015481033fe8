import { expect } from 'vitest';
import { PASSWORD, type Browser, type GoogleWorld } from './google-world.js';

const CODE = /^\d{6}$/;

/** A page that got an ID token from Google by itself shows it. */
export async function vouched(world: GoogleWorld, browser: Browser, sub = world.googler().sub) {
  const { credential } = await world.simulator.tokensFor({ sub });
  const answer = await browser.post('/api/auth/google').send({ credential });
  const body = answer.body as { status: string; linkId: string };
  return { sub, answer, linkId: body.linkId };
}

export async function askCode(browser: Browser, body: object) {
  const asked = await browser.post('/api/auth/whatsapp').send(body);
  return { status: asked.status, challengeId: (asked.body as { challengeId: string }).challengeId };
}

/** The code among what was sent into a chat. */
export function lastCode(sent: readonly string[]): string {
  return sent.filter((text) => CODE.test(text)).at(-1) ?? 'no code was sent';
}

export function codeOf({ body }: { readonly body: unknown }): string {
  return (body as { code: string }).code;
}

/** Somebody who is linked by password and signed in, in a browser of their own. */
export async function linkedPerson(world: GoogleWorld) {
  const person = await world.person({ password: true });
  const browser = world.browser();
  const { sub, linkId } = await vouched(world, browser);
  const link = { linkId, taxId: person.taxId, password: PASSWORD };
  const answer = await browser.post('/api/auth/google/link').send(link);
  expect(answer.body).toEqual({ status: 'logged_in', action: 'link' });
  await world.sentTo(person.chat);
  return { person, browser, sub };
}
