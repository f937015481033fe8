import assert from 'node:assert/strict';
import type { GooglePerson } from '#src/dev/google-simulator/people.js';
import type { ApiBrowser } from '../e2e/support/api-browser.js';
import type { Field, Person } from './field.js';
import { pendingLink } from './google.js';

export const PASSWORD = 'girassol trovoada sete lagos';

interface Linked {
  readonly person: Person;
  readonly google: GooglePerson;
  /** Where it was linked; signed in. */
  readonly browser: ApiBrowser;
}

/** A person with a password, and the browser it was set in. */
export async function withPassword(
  field: Field,
  name?: string,
): Promise<{ person: Person; own: ApiBrowser }> {
  const person = await field.person(name);
  const own = await field.signedIn(person);
  assert.equal((await own.post('/api/auth/password', { password: PASSWORD })).status, 204);
  return { person, own };
}

export function linkBody(linkId: string, { cpf }: Person, password = PASSWORD) {
  return { linkId, taxId: cpf, password };
}

/** A person who has linked a Google account. */
export async function linked(field: Field, google = field.newGooglePerson()): Promise<Linked> {
  const { person } = await withPassword(field);
  const browser = field.browser();
  const linkId = await pendingLink(field, browser, google);
  const answer = await browser.post('/api/auth/google/link', linkBody(linkId, person));
  assert.deepEqual([answer.status, answer.body], [200, { status: 'logged_in', action: 'link' }]);
  return { person, google, browser };
}
