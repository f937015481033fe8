import assert from 'node:assert/strict';
import type { AttackCase } from '../case.js';
import { DUMP, dumpText } from '../dump.js';
import type { Field, Person } from '../field.js';
import { pendingLink } from '../google.js';
import { sweepOnce } from '../sweep-once.js';
import { verifyAuditOf } from '../verify-audit.js';

/** Back to what was written. */
const RESTORE = [
  'DELETE FROM audit_event',
  'INSERT INTO audit_event SELECT * FROM audit_kept ORDER BY seq',
];

/** What somebody does to the log, and what `audit:verify` says of it. */
const TAMPERINGS: readonly (readonly [string, readonly string[], RegExp])[] = [
  [
    'a changed row',
    [`UPDATE audit_event SET at = at - interval '1 day' WHERE seq = 2`],
    /row 2 was changed/,
  ],
  ['a removed row', ['DELETE FROM audit_event WHERE seq = 2'], /row 2 is missing or stands/],
  [
    'two rows that changed places',
    [
      'UPDATE audit_event SET seq = -2 WHERE seq = 2',
      'UPDATE audit_event SET seq = 2 WHERE seq = 3',
      'UPDATE audit_event SET seq = 3 WHERE seq = -2',
    ],
    /row 2 (?:was changed|is missing or stands)/,
  ],
  [
    'a removed end',
    ['DELETE FROM audit_event WHERE seq = (SELECT max(seq) FROM audit_event)'],
    /is missing, and so is everything after it/,
  ],
];

const PASSWORD = 'girassol trovoada sete lagos';
const LAST_HOUR_MINUTES = 60;
const GRACE_MINUTES = 7 * 24 * 60;

/** By what rows of this person are found: the hexadecimal digits of every index of theirs. */
const TRACES = `SELECT encode(i, 'hex') AS trace FROM (
  SELECT tax_id_index FROM account WHERE deletion_due_at IS NOT NULL
  UNION SELECT phone_index FROM whatsapp_number n JOIN account a ON a.id = n.account_id
    WHERE a.deletion_due_at IS NOT NULL
  UNION SELECT chat_index FROM whatsapp_number n JOIN account a ON a.id = n.account_id
    WHERE a.deletion_due_at IS NOT NULL
  UNION SELECT lid_index FROM whatsapp_number n JOIN account a ON a.id = n.account_id
    WHERE a.deletion_due_at IS NOT NULL
  UNION SELECT sub_index FROM google_identity g JOIN account a ON a.id = g.account_id
    WHERE a.deletion_due_at IS NOT NULL) own(i) WHERE i IS NOT NULL`;

/** Everything that somebody can have: a password, Google, a session. Asks for the deletion of all of it. */
async function leaves(field: Field, person: Person): Promise<void> {
  const own = await field.signedIn(person);
  assert.equal((await own.post('/api/auth/password', { password: PASSWORD })).status, 204);
  const google = field.newGooglePerson('quem.sai@gmail.example');
  const linkId = await pendingLink(field, own, google);
  const proof = { linkId, taxId: person.cpf, password: PASSWORD };
  assert.equal((await own.post('/api/auth/google/link', proof)).status, 200);
  const exported = JSON.stringify((await own.get('/account/data.json')).body);
  const known = [
    person.cpf,
    person.phone.number,
    person.name,
    google.sub,
    'quem.sai@gmail.example',
  ];
  for (const fact of known) assert.ok(exported.includes(fact), `the export lacks ${fact}`);
  assert.match(exported, /"sessions":\[\{/);
  const asked = await own.request('POST', '/account/delete', { form: {} });
  assert.deepEqual([asked.status, asked.header('location')], [303, '/account']);
}

/** Cases 51 and 52. */
export const PRIVACY: readonly AttackCase[] = [
  {
    id: 51,
    standard: 'LGPD art. 16, 18 II and VI, 19',
    attack: 'A dump of the database after an account was deleted',
    outcome: 'no CPF, phone, chat or Google account of it; the export before had everything',
    play: async (field) => {
      await field.passMinutes(2);
      const person = await field.person('Zuleica Wanderley');
      await leaves(field, person);
      const { storage } = field;
      const traces = await field.whileOff(async () => {
        const found = (await storage.change([TRACES])).map(({ trace }) => String(trace));
        await storage.age(GRACE_MINUTES - LAST_HOUR_MINUTES);
        return found;
      });
      assert.ok(traces.length >= 4, `${traces.length} traces`);
      // Chats that are silent for a day go by themselves; this one goes because it is the account's.
      await person.phone.send('ajuda');
      await person.phone.receive(/Escreva ENTRAR para receber link/);
      await field.whileOff(async (env) => {
        await storage.age(LAST_HOUR_MINUTES + 1);
        await sweepOnce(field.root, env);
      });
      // The last word is sent, and the next sweep takes it.
      await person.phone.receive(/Apagamos tudo/);
      const dump = await field.whileOff(async (env) => {
        await storage.age(15);
        await sweepOnce(field.root, env);
        return dumpText(await storage.change(DUMP));
      });
      const tables = dump
        .split('\n')
        .filter((line) => traces.some((trace) => line.includes(trace)))
        .map((line) => line.slice(0, line.indexOf(' ')));
      assert.deepEqual([...new Set(tables)], []);
    },
  },
  {
    id: 52,
    standard: 'OWASP ASVS 5.0 16.4.2',
    attack: 'Rows of the audit log are changed, removed, put in another order, or its end is cut',
    outcome: 'audit:verify names the first row that is wrong',
    play: async (field) => {
      for (let n = 0; n < 3; n += 1) {
        const { phone } = await field.person();
        await phone.send('bloquear');
        await phone.receive(/Bloqueei/);
      }
      await field.whileOff(async (env) => {
        const { storage } = field;
        await storage.change(['CREATE TABLE audit_kept AS SELECT * FROM audit_event']);
        for (const [what, statements, said] of TAMPERINGS) {
          await storage.change(statements);
          const tampered = await verifyAuditOf(field, env);
          await storage.change(RESTORE);
          assert.notEqual(tampered.code, 0, what);
          assert.match(tampered.stderr, said, what);
        }
        await storage.change(['DROP TABLE audit_kept']);
        const whole = await verifyAuditOf(field, env);
        assert.equal(whole.code, 0, whole.stderr);
      });
    },
  },
];
