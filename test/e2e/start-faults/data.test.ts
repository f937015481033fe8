import { randomBytes } from 'node:crypto';
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { changeDatabase } from '../support/stopped-database.js';
import { KEY, withStarts } from './support/with-starts.js';

it('refuses the database of a newer version and leaves it as it is', () =>
  withStarts(async ({ dataDir, expectFault, expectStarts }) => {
    await changeDatabase(dataDir, [
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
     VALUES ('x', 'x', '29990101000000_later', now(), 1)`,
    ]);
    const message = await expectFault({});
    expect(message).toContain('written by a newer version of zap-login');
    expect(message).toContain('29990101000000_later');
    await changeDatabase(dataDir, [`DELETE FROM "_prisma_migrations" WHERE id = 'x'`]);
    await expectStarts();
  }));

it('refuses another master key than the one the data was written under', () =>
  withStarts(async ({ expectFault, expectStarts }) => {
    await expectStarts({ MASTER_KEY: KEY });
    const other = randomBytes(32).toString('base64');
    const message = await expectFault({ MASTER_KEY: other });
    expect(message).toContain('written under another MASTER_KEY');
    expect(message).not.toContain(other);
    await expectStarts({ MASTER_KEY: KEY });
    await expectStarts({ MASTER_KEY: `${other},${KEY}` });
  }));

it('refuses a master key file that was lost, or that others can read', () =>
  withStarts(async ({ dataDir, expectFault, expectStarts }) => {
    await expectStarts();
    const file = path.join(dataDir, 'master.key');
    await chmod(file, 0o644);
    expect(await expectFault({})).toContain(`chmod 600 ${file}`);
    await chmod(file, 0o600);
    await expectStarts();
    await rm(file);
    expect(await expectFault({})).toContain('written under another MASTER_KEY');
  }));

it('refuses an embedded database that is damaged, and starts with the backup', () =>
  withStarts(async ({ dataDir, expectFault, expectStarts }) => {
    await expectStarts();
    const control = path.join(dataDir, 'db', 'global', 'pg_control');
    const whole = await readFile(control);
    await writeFile(control, randomBytes(whole.length));
    const message = await expectFault({});
    expect(message).toContain(`${dataDir}/db`);
    expect(message).toMatch(/backup/);
    await writeFile(control, whole);
    await expectStarts();
  }));
