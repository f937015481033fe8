import assert from 'node:assert/strict';
import { ADMIN_PASSWORD } from '../../e2e/support/admin-client.js';
import type { AttackCase } from '../case.js';
import type { Field } from '../field.js';
import { makeAdminSessionsOld } from '../old-admin-session.js';
import { runOnBuild } from '../run-build.js';
import { verifyAuditOf } from '../verify-audit.js';

const TWELVE_HOURS = 12 * 60;
const STATE = '/api/admin/whatsapp';

const KEEP = [
  'CREATE TABLE audit_kept AS SELECT * FROM audit_event',
  `CREATE TABLE end_kept AS SELECT * FROM instance_fact WHERE name = 'audit_head'`,
];
const EMPTY = ['DELETE FROM audit_event', `DELETE FROM instance_fact WHERE name = 'audit_head'`];
const RESTORE = [
  ...EMPTY,
  'INSERT INTO audit_event SELECT * FROM audit_kept ORDER BY seq',
  'INSERT INTO instance_fact SELECT * FROM end_kept',
  'DROP TABLE audit_kept, end_kept',
];

/** What the product itself writes in an emptied log. */
const APPEND = `
const row = { actor: 'visitor', action: 'admin_sign_in_failed', accountId: null, detail: null };
for (let n = 0; n < input; n += 1) await store.audit.append({ ...row, now: new Date() });
`;

/** The last end of the audit log that the program's log names: the database's owner does not write there. */
async function endInTheLog(field: Field): Promise<{ readonly end: string; readonly rows: number }> {
  const log = await field.settledLog();
  const ends = [...log.matchAll(/"auditEnd":"((\d+):[0-9a-f]{64})"/g)].map(
    ([, end = '', rows = '']) => ({ end, rows: Number(rows) }),
  );
  const last = ends.sort((one, other) => one.rows - other.rows).at(-1);
  assert.ok(last, 'the log names no end of the audit log');
  return last;
}

/** Cases 72 and 74. */
export const ADMIN_AND_AUDIT: readonly AttackCase[] = [
  {
    id: 72,
    standard: 'OWASP ASVS 5.0 7.3.2',
    attack: 'A session of the admin that is used and proven all the time',
    outcome: 'ends twelve hours after its sign-in, and not before',
    play: async (field) => {
      const younger = await field.admin();
      const older = await field.admin();
      await makeAdminSessionsOld(field, [TWELVE_HOURS - 10, TWELVE_HOURS]);
      const proof = { password: ADMIN_PASSWORD };
      assert.equal((await younger.get(STATE)).status, 200);
      assert.equal((await younger.post('/api/admin/step-up', proof)).status, 204);
      assert.equal((await younger.get(STATE)).status, 200);
      assert.equal((await older.get(STATE)).status, 401, 'the JSON calls');
      assert.equal((await older.post('/api/admin/step-up', proof)).status, 401, 'a step-up');
      assert.equal((await older.get(`${STATE}/events`)).status, 401, 'the stream of a page');
      const page = await older.get('/admin/whatsapp');
      assert.deepEqual([page.status, page.header('location')], [303, '/admin/login']);
    },
  },
  {
    id: 74,
    standard: 'OWASP ASVS 5.0 16.4.2',
    attack: 'The audit log is emptied together with the end it remembers, and begun anew',
    outcome: 'audit:verify finds the empty one, and the new one by an end out of the log',
    play: async (field) => {
      for (let n = 0; n < 2; n += 1) {
        const { phone } = await field.person();
        await phone.send('bloquear');
        await phone.receive(/Bloqueei/);
      }
      const { end, rows } = await endInTheLog(field);
      assert.ok(rows > 1, `${rows} rows`);
      await field.whileOff(async (env) => {
        const { storage, root } = field;
        const append = (count: number) => runOnBuild({ root, env }, APPEND, count);
        await storage.change([...KEEP, ...EMPTY]);
        try {
          const empty = await verifyAuditOf(field, env);
          assert.notEqual(empty.code, 0, `nobody saw that it is empty: ${empty.stdout}`);
          assert.match(empty.stderr, /row 1 is missing, and so is every other one/);
          await append(1);
          const short = await verifyAuditOf(field, env, end);
          assert.notEqual(short.code, 0, `nobody saw that it is short: ${short.stdout}`);
          assert.match(short.stderr, new RegExp(`row ${rows} is not there`));
          await append(rows);
          const long = await verifyAuditOf(field, env, end);
          assert.notEqual(long.code, 0, `nobody saw that it is another: ${long.stdout}`);
          assert.match(long.stderr, new RegExp(`row ${rows} is not the one that was kept`));
        } finally {
          await storage.change(RESTORE);
        }
        const whole = await verifyAuditOf(field, env, end);
        assert.equal(whole.code, 0, whole.stderr);
      });
    },
  },
];
