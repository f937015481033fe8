// A step of the gate: the checked-in Prisma client is what prisma/schema.prisma generates, and the checked-in migrations
// build exactly that schema. Run: node --conditions=development --import tsx prisma/engine/check-generated.mjs
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { startEmbeddedServer } from '#src/adapters/postgres/embedded/embedded-server.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const CHECKED_IN = path.join(ROOT, 'src/adapters/postgres/generated');
/** `migrate diff --exit-code` ends with 2 when there is a difference. */
const DIFFERENT = 2;

const run = promisify(execFile);

async function prisma(args, env = {}) {
  return run(process.execPath, [path.join(ROOT, 'node_modules/prisma/build/index.js'), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
  });
}

async function readTree(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const read = async (file) => [path.relative(folder, file), await readFile(file, 'utf8')];
  return new Map(await Promise.all(files.map(read)));
}

async function checkClient(folder) {
  // The generator writes beside the schema: a copy of it at the same depth writes beside the copy.
  const schema = path.join(folder, 'prisma/schema.prisma');
  await cp(path.join(ROOT, 'prisma/schema.prisma'), schema);
  await prisma(['generate', '--no-hints', '--schema', schema]);
  const fresh = await readTree(path.join(folder, 'src/adapters/postgres/generated'));
  const checkedIn = await readTree(CHECKED_IN);
  const names = new Set([...fresh.keys(), ...checkedIn.keys()]);
  const stale = [...names].filter((name) => fresh.get(name) !== checkedIn.get(name));
  if (stale.length === 0) return null;
  return `The generated client does not fit prisma/schema.prisma (${stale.join(', ')}).\nRun: npm run generate, and commit src/adapters/postgres/generated.`;
}

async function checkMigrations(folder) {
  const stop = (error) => {
    throw error;
  };
  const server = await startEmbeddedServer({ dataDir: folder, onFatal: stop });
  const env = { DATABASE_URL: `postgresql://postgres@localhost/postgres?host=${server.host}` };
  try {
    await prisma(['migrate', 'deploy'], env);
    const files = ['--from-config-datasource', '--to-schema', 'prisma/schema.prisma'];
    await prisma(['migrate', 'diff', ...files, '--exit-code'], env);
    return null;
  } catch (error) {
    if (error.code !== DIFFERENT) throw error;
    return `The migrations do not build prisma/schema.prisma:\n${error.stdout}\nRun: npx prisma migrate dev, and commit prisma/migrations.`;
  } finally {
    await server.stop();
  }
}

const folder = await mkdtemp(path.join(tmpdir(), 'zap-generated-'));
try {
  await writeFile(path.join(folder, 'package.json'), '{"type":"module"}');
  for (const fault of [await checkClient(folder), await checkMigrations(folder)]) {
    if (fault === null) continue;
    process.stderr.write(`${fault}\n`);
    process.exitCode = 1;
  }
} finally {
  await rm(folder, { recursive: true });
}
