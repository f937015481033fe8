import assert from 'node:assert/strict';
import type { GooglePerson } from '#src/dev/google-simulator/people.js';
import type { ApiBrowser } from '../e2e/support/api-browser.js';
import { visitGoogle } from '../support/google-visit.js';
import type { Field, Person } from './field.js';

const CODE = /^\d{6}$/;

/** Leaves for Google. @returns the authorization address */
export async function leaveForGoogle(browser: ApiBrowser): Promise<string> {
  const answer = await browser.get('/api/auth/google/start');
  assert.equal(answer.status, 303);
  return answer.header('location') ?? '';
}

/** Comes back from Google by an address of ours. */
export function comeBack(browser: ApiBrowser, address: URL) {
  return browser.get(`${address.pathname}${address.search}`);
}

/** The whole way by redirects. */
export async function byRedirects(browser: ApiBrowser, { sub }: GooglePerson) {
  return comeBack(browser, await visitGoogle(await leaveForGoogle(browser), sub));
}

/** As a page does that has Google's own button. */
export async function byCredential(field: Field, browser: ApiBrowser, { sub }: GooglePerson) {
  const { credential } = await field.google.tokensFor({ sub });
  return browser.post('/api/auth/google', { credential });
}

/** The pending link that Google's word for somebody unknown leads to. */
export async function pendingLink(
  field: Field,
  browser: ApiBrowser,
  google: GooglePerson,
): Promise<string> {
  const { status, body } = await byCredential(field, browser, google);
  assert.deepEqual([status, statusOf(body)], [200, 'require_linking']);
  return (body as { linkId: string }).linkId;
}

/** Asks for a code for this purpose and reads it on the person's phone; the last one must be a minute old. */
export async function codeFor(
  browser: ApiBrowser,
  person: Person,
  purpose: 'link' | 'unlink',
): Promise<{ readonly challengeId: string; readonly code: string }> {
  const { cpf: taxId, phone } = person;
  const asked = await browser.post('/api/auth/whatsapp', { taxId, purpose });
  assert.equal(asked.status, 202);
  const { challengeId } = asked.body as { challengeId: string };
  return { challengeId, code: await phone.receive(CODE) };
}

export function statusOf(body: unknown): unknown {
  return (body as { status?: unknown }).status;
}

export function codeOf(body: unknown): unknown {
  return (body as { code?: unknown }).code;
}

export async function isSignedIn(browser: ApiBrowser): Promise<boolean> {
  return (await browser.get('/api/auth/me')).status === 200;
}
