import { signedInAdmin } from '../support/admin-client.js';
import { A_CHAT, A_CLAIM, A_PERSON } from '../support/admin-people.js';
import { createAdminWorld } from '../support/admin-web-deps.js';
import { submit } from '../support/submit.js';

export const FIVE_MINUTES = 5 * 60_000;
export const CPF = '111.444.777-35';
export const REASON = 'Mostrou o documento na loja';
export const PERSON = `/admin/people/${A_PERSON.accountId}`;
export const settlement = { id: A_CLAIM.id, outcome: 'upheld', reason: REASON };

/** An admin who is signed in with a fresh step-up, with a claim, a person and a chat to look at. */
export async function signedIn(settings: Parameters<typeof createAdminWorld>[0] = {}) {
  const world = createAdminWorld(settings);
  const browser = await signedInAdmin(world);
  world.peopleAdmin.claims = [A_CLAIM];
  world.peopleAdmin.people.set('11144477735', A_PERSON);
  world.peopleAdmin.chats = [A_CHAT];
  const post = (path: string, body: object) => browser.post(path).type('form').send(body);
  const refusal = (path: string, body: Readonly<Record<string, string>>) =>
    submit(browser, path, body);
  return { world, browser, post, refusal };
}
