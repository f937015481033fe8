import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readdir, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLog } from '#src/adapters/postgres/embedded/check-log.js';
import { openWithPrisma } from '../../support/open-with-prisma.js';
import { reportFault } from '#src/main/report-fault.js';
import { copyEmbeddedTemplate, MIGRATIONS_DIR } from '../../support/embedded-template.js';
import { wasmFlags } from '../../support/wasm-flags.js';

const WRITER = path.join(import.meta.dirname, 'embedded-writer.ts');
const MIB = 1024 * 1024;
const PAGE = 8192;

/** Writes rows in a process of its own and kills that after so many. */
async function writeAndKill(dataDir: string, rows: number): Promise<number> {
  const program = ['--conditions=development', '--import', 'tsx', WRITER, dataDir, MIGRATIONS_DIR];
  const writer = spawn(process.execPath, [...wasmFlags(), ...program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let acknowledged = 0;
  for await (const line of readline.createInterface({ input: writer.stdout })) {
    acknowledged = Number(line);
    if (acknowledged === rows) writer.kill('SIGKILL');
  }
  if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit');
  return acknowledged;
}

const openFolder = (dataDir: string) =>
  openWithPrisma({
    dataDir,
    migrationsDir: MIGRATIONS_DIR,
    onFatal: (error) => {
      throw error;
    },
    onConnectionLost: () => undefined,
  });

/** Reads a page's length at this place, and writes back what is made of it. */
async function change(file: string, from: number, make: (was: Buffer) => Buffer): Promise<void> {
  const handle = await open(file, 'r+');
  const was = Buffer.alloc(PAGE);
  await handle.read(was, 0, PAGE, from);
  const made = make(was);
  await handle.write(made, 0, made.length, from);
  await handle.close();
}

/** Every file of a database and what is in it. */
async function contentsOf(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const read = files.map(async (entry): Promise<[string, string]> => {
    const file = path.join(entry.parentPath, entry.name);
    return [file, (await readFile(file)).toString('base64')];
  });
  return new Map(await Promise.all(read));
}

describe('the log of the embedded database', () => {
  let parent = '';
  let closed = '';
  let killed = '';
  let acknowledged = 0;
  let copies = 0;
  beforeAll(async () => {
    parent = await mkdtemp(path.join(tmpdir(), 'zap-log-'));
    closed = path.join(parent, 'closed');
    killed = path.join(parent, 'killed');
    await copyEmbeddedTemplate(closed);
    await copyEmbeddedTemplate(killed);
    acknowledged = await writeAndKill(killed, 800);
  }, 240_000);
  afterAll(async () => rm(parent, { recursive: true }));

  /** @returns a copy of a data folder, and the first file of its log that a start needs, with the checkpoint's place in it */
  async function copyOf(from: string) {
    copies += 1;
    const dataDir = path.join(parent, String(copies));
    await promisify(execFile)('cp', ['-Rp', from, dataDir]);
    const control = await readFile(path.join(dataDir, 'db/global/pg_control'));
    const first = Math.floor(Number(control.readBigUInt64LE(40)) / MIB);
    const wal = path.join(dataDir, 'db/pg_wal');
    const names = (await readdir(wal)).filter((name) => /^[0-9A-F]{24}$/.test(name)).sort();
    const needed = names.find((name) => Number.parseInt(name.slice(8), 16) >= first) ?? '';
    return { dataDir, file: path.join(wal, needed), at: Number(control.readBigUInt64LE(32)) % MIB };
  }

  async function expectRefused(dataDir: string, words: string): Promise<void> {
    const before = await contentsOf(path.join(dataDir, 'db'));
    const error: unknown = await openFolder(dataDir).then(
      async (database) => database.close(),
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ name: 'DataDirError', code: 'damaged' });
    const { text, exitCode } = reportFault(error, 'en');
    expect(exitCode).toBe(78);
    expect(text).toContain(words);
    expect(text).toContain('Put back a backup of that folder');
    const after = await contentsOf(path.join(dataDir, 'db'));
    expect(after.size).toBe(before.size);
    for (const [file, bytes] of before) expect(after.get(file) === bytes, file).toBe(true);
  }

  it('case C11: a folder that was closed, or whose process was killed, starts with every row', async () => {
    const { dataDir } = await copyOf(closed);
    await (await openFolder(dataDir)).close();
    const afterKill = await copyOf(killed);
    const database = await openFolder(afterKill.dataDir);
    const counted = 'SELECT count(*)::int AS rows FROM written';
    const { rows } = await database.pool.query<{ rows: number }>(counted);
    await database.close();
    expect(rows[0]?.rows).toBeGreaterThanOrEqual(acknowledged);
  });

  it.each([
    ['closed', 'truncated', 'does not have its full length'],
    ['closed', 'emptied', 'does not have its full length'],
    ['closed', 'zeroed', 'is damaged'],
    ['closed', 'missing', 'is missing'],
    ['killed', 'truncated', 'does not have its full length'],
    ['killed', 'zeroed', 'is damaged'],
    ['killed', 'missing', 'is missing'],
  ])('case C11: %s, then the log file %s: refused, nothing written', async (from, how, words) => {
    const { dataDir, file, at } = await copyOf(from === 'closed' ? closed : killed);
    if (how === 'truncated') await truncate(file, at - (at % PAGE) + PAGE);
    if (how === 'emptied') await truncate(file, 0);
    if (how === 'zeroed') await change(file, 0, () => Buffer.alloc(MIB));
    if (how === 'missing') await rm(file);
    await expectRefused(dataDir, words);
  });

  it('case C11: the whole log is gone: refused', async () => {
    const { dataDir } = await copyOf(closed);
    await rm(path.join(dataDir, 'db/pg_wal'), { recursive: true });
    await expectRefused(dataDir, 'is missing');
  });

  it('case C11: a page or a byte after the last checkpoint is damaged: refused', async () => {
    const page = await copyOf(killed);
    const second = page.at - (page.at % PAGE) + 2 * PAGE;
    await change(page.file, second, () => Buffer.alloc(PAGE));
    await expectRefused(page.dataDir, 'is damaged');
    const byte = await copyOf(killed);
    await change(byte.file, second, (was) => was.fill((was[4000] ?? 0) ^ 1, 4000, 4001));
    await expectRefused(byte.dataDir, 'is damaged');
  });

  it('case C11: the control file is missing, short or changed: refused', async () => {
    const control = 'db/global/pg_control';
    const missing = await copyOf(closed);
    await rm(path.join(missing.dataDir, control));
    await expectRefused(missing.dataDir, 'pg_control is missing or damaged');
    const short = await copyOf(closed);
    await truncate(path.join(short.dataDir, control), 100);
    await expectRefused(short.dataDir, 'pg_control is missing or damaged');
    const changed = await copyOf(closed);
    await change(path.join(changed.dataDir, control), 0, (was) => was.fill(0, 40, 48));
    await expectRefused(changed.dataDir, 'pg_control is missing or damaged');
  });

  it('case C11: a page that a kill left half written at the end of the log is no damage', async () => {
    const { dataDir, file } = await copyOf(killed);
    const bytes = await readFile(file);
    const number = Number.parseInt(path.basename(file).slice(8), 16);
    const pages = Array.from({ length: MIB / PAGE }, (_, page) => page * PAGE);
    const isOurs = (page: number) =>
      Number(bytes.readBigUInt64LE(page + 8)) === number * MIB + page;
    const last = pages.filter(isOurs).at(-1) ?? 0;
    await change(file, last, (was) => was.fill(0, 200));
    await expect(checkLog(path.join(dataDir, 'db'))).resolves.toBeUndefined();
    await (await openFolder(dataDir)).close();
  });
});
