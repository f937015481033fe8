import assert from 'node:assert/strict';
import { ADMIN_PASSWORD } from '../../e2e/support/admin-client.js';
import { until } from '../../support/until.js';
import type { AttackCase } from '../case.js';
import { DUMP, dumpText } from '../dump.js';
import { RESTART_WITHIN_MS, type Field, type Person } from '../field.js';
import { sweepOnce } from '../sweep-once.js';
import { signalKeysOf, tracesOf } from '../traces.js';

const LAST_HOUR_MINUTES = 60;
const GRACE_MINUTES = 7 * 24 * 60;
const CLAIM_ID = /name="id" value="([\w-]{36})"/;
/** The bot looks every ten seconds for keys that are due. */
const KEYS_GONE_WITHIN_MS = 60_000;
/** Days pass five times, and at the end the database is read once more. */
const RESTARTS = 6;
/** A row of the log whose detail was taken out has this byte and a hash in its place; others have none. */
const WITH_DETAIL = `SELECT seq FROM audit_event WHERE detail_box IS NOT NULL
  AND get_byte(detail_box, 0) <> 0 AND account_id = `;

/** Somebody claims the CPF, and the admin says no and why: the reason stands in the log beside the account. */
async function claimAndReject(field: Field, { cpf }: Person): Promise<void> {
  const stranger = await field.stranger();
  await stranger.send('este cpf é meu');
  await stranger.receive(/Qual é o CPF/);
  await stranger.send(cpf);
  await stranger.receive(/Anotei/);
  const admin = await field.admin();
  const proven = await admin.post('/api/admin/step-up', { password: ADMIN_PASSWORD });
  assert.equal(proven.status, 204);
  const id = CLAIM_ID.exec(String((await admin.get('/admin/claims')).body))?.[1] ?? '';
  const form = { id, outcome: 'rejected', reason: 'Documento com foto conferido' };
  assert.equal((await admin.request('POST', '/admin/claims', { form })).status, 303);
}

/** What is written about a person in an hour: in the chat, and by pages that somebody opens who knows the CPF. */
async function leaveRows(field: Field, { cpf, phone }: Person): Promise<void> {
  await phone.send('ajuda');
  await phone.receive(/BLOQUEAR/);
  const asked = await field.browser().post('/api/auth/whatsapp', { taxId: cpf });
  assert.equal(asked.status, 202);
  const stranger = await field.stranger();
  await stranger.send('mudei de número');
  await stranger.receive(/Qual é o CPF/);
  await stranger.send(cpf);
  await stranger.receive(/perguntei no número antigo/);
}

/** Waits until the bot has deleted the Signal keys of who is gone. */
async function untilKeysAreGone(field: Field): Promise<void> {
  const output = () =>
    field
      .instances()
      .map((instance) => instance.output())
      .join('');
  await until('the Signal keys to go', () => output().includes('erasure.keys_gone'), {
    withinMs: KEYS_GONE_WITHIN_MS,
  });
}

/** Case 73. */
export const ERASURE: readonly AttackCase[] = [
  {
    id: 73,
    standard: 'LGPD art. 16 and 18 VI',
    attack: 'Whoever has the database and every master key looks for an account that was deleted',
    outcome:
      'no index, Signal key, audit or outbox row leads back, of the older master key neither',
    withinMs: KEYS_GONE_WITHIN_MS + RESTARTS * RESTART_WITHIN_MS,
    play: async (field) => {
      const { storage, root } = field;
      await field.passMinutes(2);
      const person = await field.person('Zuleica Wanderley');
      const own = await field.signedIn(person);
      await claimAndReject(field, person);
      const asked = await own.request('POST', '/account/delete', { form: {} });
      assert.equal(asked.status, 303);
      await field.whileOff(() => storage.age(GRACE_MINUTES - LAST_HOUR_MINUTES));
      await leaveRows(field, person);
      await field.whileOff(async () => {
        await storage.addMasterKey();
        await storage.age(2);
      });
      await leaveRows(field, person);

      const traces = await field.whileOff(async (env) => {
        const found = await tracesOf(field, env, person);
        assert.equal(found.indexes.length, 6, 'two master keys');
        assert.ok((await signalKeysOf(field, env, found)).length > 0);
        const kept = await storage.change([`${WITH_DETAIL}'${found.accountId}'`]);
        assert.ok(kept.length > 0, 'the log has no reason');
        await storage.age(LAST_HOUR_MINUTES);
        await sweepOnce(root, env);
        return found;
      });
      await person.phone.receive(/Apagamos tudo/);
      await field.whileOff(async (env) => {
        await storage.age(15);
        await sweepOnce(root, env);
      });
      await untilKeysAreGone(field);

      await field.whileOff(async (env) => {
        const lines = dumpText(await storage.change(DUMP)).split('\n');
        const tablesWith = (texts: readonly string[]) => [
          ...new Set(
            lines
              .filter((line) => texts.some((text) => line.includes(text)))
              .map((line) => line.slice(0, line.indexOf(' '))),
          ),
        ];
        assert.deepEqual(tablesWith(traces.indexes), [], 'tables with an index');
        // That it happened stays: under an id that stands nowhere else, without a reason.
        assert.deepEqual(tablesWith([traces.accountId]), ['audit_event'], 'tables with the id');
        const said = await storage.change([`${WITH_DETAIL}'${traces.accountId}'`]);
        assert.equal(said.length, 0, 'reasons in the log');
        assert.deepEqual(await signalKeysOf(field, env, traces), [], 'Signal keys');
      });
    },
  },
];
