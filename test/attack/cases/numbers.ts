import assert from 'node:assert/strict';
import { callSimulator } from '#src/dev/demo/simulator-calls.js';
import { createPhone, type SimulatedPhone } from '../../e2e/support/simulated-phone.js';
import { ADMIN_PASSWORD } from '../../e2e/support/admin-client.js';
import type { ApiBrowser } from '../../e2e/support/api-browser.js';
import type { AttackCase } from '../case.js';
import type { Field, Person } from '../field.js';
import { byCredential, isSignedIn, pendingLink, statusOf } from '../google.js';

const PASSWORD = 'girassol trovoada sete lagos';
const ACCESS = /\/l\/[\w-]{43}|\/password\/reset\/|^\d{6}$/;
const CODE = /^\d{6}$/;
const PROOF = /ual é o CPF/;

/** What the bot said in this chat after `before` messages, once it answered everything that was written. */
async function saidAfter(phone: SimulatedPhone, before: number): Promise<readonly string[]> {
  await phone.send('ajuda');
  await phone.receive(/BLOQUEAR/);
  return (await botTexts(phone)).slice(before);
}

async function botTexts(phone: SimulatedPhone): Promise<readonly string[]> {
  return (await phone.messages()).filter(({ from }) => from === 'bot').map(({ text }) => text);
}

function expectNothing(said: readonly string[]): void {
  for (const text of said) assert.ok(!ACCESS.test(text) && !text.includes('responda NÃO'), text);
}

/** A code for the login page and a reset link, asked for by somebody who knows the CPF. */
async function askOnPages(field: Field, { cpf }: Person): Promise<void> {
  const asked = await field.browser().post('/api/auth/whatsapp', { taxId: cpf });
  assert.equal(asked.status, 202);
}

/** Writes "entrar", is asked for the CPF and gets nothing, not in the pages' name either. */
async function expectStepUp(field: Field, person: Person, asked: RegExp): Promise<void> {
  const { phone } = person;
  const before = (await botTexts(phone)).length;
  await askOnPages(field, person);
  await phone.send('entrar');
  const question = await phone.receive(PROOF);
  assert.match(question, asked);
  await phone.send('cancelar');
  await phone.receive(/./);
  expectNothing(await saidAfter(phone, before));
}

/** Names the CPF, as the owner can, and is let in. */
async function proveAndEnter(field: Field, { phone, cpf }: Person): Promise<void> {
  await phone.send('entrar');
  await phone.receive(PROOF);
  await phone.send(cpf);
  assert.match((await field.nextAccess(phone)).link, /^\/l\//);
}

/** From another WhatsApp account with the number and the CPF: nothing is opened or told. */
async function expectStranger(thief: SimulatedPhone, cpf: string): Promise<void> {
  const before = (await botTexts(thief)).length;
  await thief.send('entrar');
  await thief.receive(/com outro WhatsApp.*qual é o CPF/);
  await thief.send(cpf);
  await thief.receive(/só o CPF não basta/);
  await thief.send('entrar');
  await thief.receive(/só o CPF não basta/);
  expectNothing(await saidAfter(thief, before));
}

async function adminActs(field: Field, person: Person, action: 'block' | 'unblock') {
  const admin = await field.admin();
  const proven = await admin.post('/api/admin/step-up', { password: ADMIN_PASSWORD });
  assert.equal(proven.status, 204);
  const found = await admin.request('POST', '/admin/people', { form: { taxId: person.cpf } });
  assert.equal(found.status, 303);
  const form = { action, reason: 'Pedido do suporte 4711' };
  const done = await admin.request('POST', found.header('location') ?? '', { form });
  assert.equal(done.status, 303);
}

async function unblockByChat({ phone, cpf }: Person): Promise<void> {
  await phone.send('desbloquear');
  await phone.receive(PROOF);
  await phone.send(cpf);
  await phone.receive(/está desbloqueada/);
}

const logIn = (browser: ApiBrowser, taxId: string) =>
  browser.post('/api/auth/login', { taxId, password: PASSWORD });

/** Cases 16, 21, 48 and 55 to 57: what a number proves, and what a block closes. */
export const NUMBERS: readonly AttackCase[] = [
  {
    id: 16,
    standard: 'OWASP ASVS 5.0 6.1.1',
    attack: 'Another LID stands behind the number of a chat that is addressed by number',
    outcome: 'the CPF and one more proof; nothing of the pages goes to that chat',
    play: async (field) => {
      const person = await field.person();
      const { number } = person.phone;
      const byNumber = { number, name: person.name, addressing: 'pn' };
      await callSimulator(field.world.simulator.url, '/phones', byNumber);
      await person.phone.send('ajuda');
      await person.phone.receive(/BLOQUEAR/);
      await field.passMinutes(2);
      await person.phone.registerAnew('new');
      await expectStranger(person.phone, person.cpf);
      await askOnPages(field, person);
      expectNothing(await saidAfter(person.phone, 0));
    },
  },
  {
    id: 21,
    standard: 'NIST SP 800-63B-4 3.1.3.3',
    attack: 'The Signal identity key of a known phone changes',
    outcome: 'the number alone opens nothing until the CPF is named',
    play: async (field) => {
      const person = await field.person();
      await field.passMinutes(2);
      await person.phone.registerAnew('same');
      await person.phone.send('oi');
      await person.phone.receive(/mudou de aparelho/);
      await person.phone.send('cancelar');
      await person.phone.receive(/./);
      await expectStepUp(field, person, /mudou de aparelho/);
      await proveAndEnter(field, person);
    },
  },
  {
    id: 48,
    standard: 'NIST SP 800-63B-4 3.1.3.3',
    attack: 'A number that slept 180 days writes again',
    outcome: 'the number alone opens nothing until the CPF is named',
    play: async (field) => {
      const person = await field.person();
      await field.passMinutes(2);
      await field.whileStopped([
        "UPDATE whatsapp_number SET last_seen_at = last_seen_at - interval '181 days'",
      ]);
      await expectStepUp(field, person, /muito tempo/);
      await proveAndEnter(field, person);
    },
  },
  {
    id: 55,
    standard: 'NIST SP 800-63B-4 3.1.3.3',
    attack:
      'The mobile is registered anew on WhatsApp, or another account has it with eight digits',
    outcome: 'the number opens nothing; a proof beyond the CPF; the chat that is known is told',
    play: async (field) => {
      const person = await field.person();
      await field.passMinutes(2);
      const number = person.phone.number.replace(/^(\d{4})9/, '$1');
      const other = await createPhone(field.world.simulator.url, { number, name: 'Estranho' });
      await expectStranger(other, person.cpf);
      await person.phone.receive(/Outro WhatsApp com este mesmo número/);
      await askOnPages(field, person);
      await person.phone.receive(CODE);
      expectNothing(await saidAfter(other, 0));

      const moved = await field.person();
      await field.passMinutes(2);
      await moved.phone.registerAnew('new');
      await expectStranger(moved.phone, moved.cpf);
      await askOnPages(field, moved);
      expectNothing(await saidAfter(moved.phone, 0));
    },
  },
  {
    id: 56,
    standard: 'OWASP ASVS 5.0 7.4.5',
    attack: 'DESBLOQUEAR, and BLOQUEAR before it, on an account that an admin blocked',
    outcome: 'only an admin lifts it; both acts are in the audit log',
    play: async (field) => {
      const person = await field.person();
      const { phone } = person;
      await adminActs(field, person, 'block');
      for (const wish of ['desbloquear', 'bloquear', 'desbloquear', 'entrar']) {
        const before = (await botTexts(phone)).length;
        await phone.send(wish);
        assert.match(await phone.receive(/./), /equipe/);
        await phone.send(person.cpf);
        await phone.receive(/./);
        expectNothing((await botTexts(phone)).slice(before));
      }
      await adminActs(field, person, 'unblock');
      await field.passMinutes(2);
      await phone.send('entrar');
      assert.match((await field.nextAccess(phone)).link, /^\/l\//);
      const audited = await field.whileStopped([
        "SELECT action FROM audit_event WHERE actor = 'admin' AND account_id IS NOT NULL ORDER BY seq DESC LIMIT 2",
      ]);
      const actions = audited.map(({ action }) => action);
      assert.deepEqual(actions, ['account_unblocked', 'account_blocked']);
    },
  },
  {
    id: 57,
    standard: 'OWASP ASVS 5.0 7.4.3',
    attack: 'The old password and the linked Google account after BLOQUEAR and DESBLOQUEAR',
    outcome: 'closed until they are set anew',
    play: async (field) => {
      const person = await field.person();
      const own = await field.signedIn(person);
      assert.equal((await own.post('/api/auth/password', { password: PASSWORD })).status, 204);
      const google = field.newGooglePerson();
      const linkId = await pendingLink(field, own, google);
      const body = { linkId, taxId: person.cpf, password: PASSWORD };
      assert.equal((await own.post('/api/auth/google/link', body)).status, 200);
      const before = field.browser();
      assert.equal((await logIn(before, person.cpf)).status, 200);
      assert.equal(
        statusOf((await byCredential(field, field.browser(), google)).body),
        'logged_in',
      );

      await person.phone.send('bloquear');
      await person.phone.receive(/Bloqueei sua conta/);
      await unblockByChat(person);
      assert.equal(await isSignedIn(own), false);
      assert.equal((await logIn(before, person.cpf)).status, 401);
      const byGoogle = field.browser();
      assert.notEqual(statusOf((await byCredential(field, byGoogle, google)).body), 'logged_in');
      assert.equal(await isSignedIn(byGoogle), false);
    },
  },
];
