import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyEmbeddedTemplate } from '../support/embedded-template.js';
import { freePort } from './support/free-port.js';
import { runProgram, type Ending, type RunningProgram } from './support/run-program.js';
import { changeDatabase } from './support/stopped-database.js';

const START = path.resolve('dist/src/main/start.js');
const CONFIG = 78;
const UNAVAILABLE = 69;
const KEY = randomBytes(32).toString('base64');

type Variables = Readonly<Record<string, string>>;

/** Each value is wrong in its own way; the names in the order in which they are reported. */
const NONSENSE: readonly Variables[] = [
  {
    ROLE: 'boss',
    PORT: 'abc',
    PUBLIC_URL: 'localhost:3000',
    DATABASE_URL: 'mysql://zap:sesame@localhost/zap',
    REDIS_URL: 'http://zap:sesame@localhost',
    REGISTRATION: 'maybe',
    ALLOWED_NUMBERS: 'brasil',
    WHATSAPP_WS_URL: 'wss://web.whatsapp.com/ws/chat',
    WHATSAPP_ROOT_KEY: 'abc',
    WHATSAPP_CHAT_URL: 'https://chat.example.com',
    CORS_ORIGINS: 'everybody',
    TRUST_PROXY: 'yes',
    DASHBOARD_URL: 'dashboard',
    PRIVACY_URL: 'javascript:alert(1)',
    LOG_LEVEL: 'loud',
    LOCALE: 'fr',
    TIME_ZONE: 'BRT',
  },
  {
    PORT: '65536',
    PUBLIC_URL: 'https://login.example.com/login',
    DATABASE_URL: 'sesame',
    REDIS_URL: 'sesame',
    WHATSAPP_WS_URL: 'ws://192.0.2.1/ws/chat',
    TRUST_PROXY: '11',
    DASHBOARD_URL: 'ftp://a.example/',
  },
  { PORT: '-1', PUBLIC_URL: '*', CORS_ORIGINS: '*', TRUST_PROXY: '1.5' },
];

/** The variables a message lists, each once. */
function namesIn(message: string): string[] {
  const names = [...message.matchAll(/^- ([A-Z_]+(?: and [A-Z_]+)?)(?:\.\d+)?: \S/gm)];
  return [...new Set(names.map(([, name = '']) => name))];
}

async function listen(server: net.Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

describe('a start that cannot work', () => {
  let dataDir: string;
  const running: RunningProgram[] = [];
  beforeEach(async () => {
    dataDir = path.join(await mkdtemp(path.join(tmpdir(), 'zap-start-')), 'data');
    await copyEmbeddedTemplate(dataDir);
  });
  afterEach(async () => {
    for (const program of running.splice(0)) {
      program.signal('SIGKILL');
      await program.ended;
    }
    await rm(path.dirname(dataDir), { recursive: true });
  });

  function start(env: Variables = {}): RunningProgram {
    const program = runProgram([START], { DATA_DIR: dataDir, PORT: '0', ...env });
    running.push(program);
    return program;
  }

  /** Ends by itself with a message for the operator: no stack, no secret, nothing on stdout. */
  async function expectFault(env: Variables, code = CONFIG): Promise<string> {
    const ending: Ending = await start(env).ended;
    expect(ending.code, ending.stderr).toBe(code);
    expect(ending.stderr).not.toMatch(/^\s+at |node:internal|error of its own/m);
    expect(ending.stderr).not.toContain(KEY);
    expect(ending.stdout).not.toContain('listening');
    return ending.stderr;
  }

  async function expectStarts(env: Variables = {}): Promise<void> {
    const program = start(env);
    const [, url = ''] = await program.untilPrinted(/listening on (\S+)\)/);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    program.signal('SIGTERM');
    expect((await program.ended).code).toBe(0);
  }

  it('names a port that is in use, and what to do', async () => {
    const other = net.createServer();
    const port = await listen(other);
    const message = await expectFault({ PORT: String(port) });
    other.close();
    expect(message).toMatch(new RegExp(`port ${port} is in use.*choose another PORT`, 'i'));
    await expectStarts({ PORT: String(port) });
  });

  it('names a host that is none of this machine', async () => {
    for (const host of ['192.0.2.1', 'nothing.invalid']) {
      const message = await expectFault({ HOST: host });
      expect(message).toContain(`HOST ${host} is no address of this machine`);
    }
  });

  it('names a data folder that cannot be made', async () => {
    const file = path.join(path.dirname(dataDir), 'file');
    await writeFile(file, 'mine');
    const message = await expectFault({ DATA_DIR: path.join(file, 'data') });
    expect(message).toContain(`${file}/data cannot be written (ENOTDIR)`);
    expect(message).toContain('set DATA_DIR to another');
  });

  it('names a data folder where nothing can be written', async () => {
    const message = await expectFault({ DATA_DIR: '/sys/zap-login' });
    expect(message).toContain('/sys/zap-login cannot be written');
  });

  it('names the process that uses the data folder, which goes on', async () => {
    const first = start();
    const [, url = ''] = await first.untilPrinted(/listening on (\S+)\)/);
    const message = await expectFault({});
    expect(message).toContain(`${dataDir} is in use by process ${first.pid}`);
    expect(first.hasEnded()).toBe(false);
    expect((await fetch(`${url}/readyz`)).status).toBeLessThan(504);
    first.signal('SIGKILL');
    await first.ended;
    await expectStarts();
  });

  it('refuses the database of a newer version and leaves it as it is', async () => {
    await changeDatabase(dataDir, [
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ('x', 'x', '29990101000000_later', now(), 1)`,
    ]);
    const message = await expectFault({});
    expect(message).toContain('written by a newer version of zap-login');
    expect(message).toContain('29990101000000_later');
    await changeDatabase(dataDir, [`DELETE FROM "_prisma_migrations" WHERE id = 'x'`]);
    await expectStarts();
  });

  it('refuses another master key than the one the data was written under', async () => {
    await expectStarts({ MASTER_KEY: KEY });
    const other = randomBytes(32).toString('base64');
    const message = await expectFault({ MASTER_KEY: other });
    expect(message).toContain('written under another MASTER_KEY');
    expect(message).not.toContain(other);
    await expectStarts({ MASTER_KEY: KEY });
    await expectStarts({ MASTER_KEY: `${other},${KEY}` });
  });

  it('refuses a master key file that was lost, or that others can read', async () => {
    await expectStarts();
    const file = path.join(dataDir, 'master.key');
    await chmod(file, 0o644);
    expect(await expectFault({})).toContain(`chmod 600 ${file}`);
    await chmod(file, 0o600);
    await expectStarts();
    await rm(file);
    expect(await expectFault({})).toContain('written under another MASTER_KEY');
  });

  it('refuses an embedded database that is damaged, and starts with the backup', async () => {
    await expectStarts();
    const control = path.join(dataDir, 'db', 'global', 'pg_control');
    const whole = await readFile(control);
    await writeFile(control, randomBytes(whole.length));
    const message = await expectFault({});
    expect(message).toContain(`${dataDir}/db`);
    expect(message).toMatch(/backup/);
    await writeFile(control, whole);
    await expectStarts();
  });

  it('says that the database server cannot be reached', async () => {
    const port = await freePort();
    const databaseUrl = `postgresql://zap:sesame@127.0.0.1:${port}/zap`;
    const message = await expectFault({ DATABASE_URL: databaseUrl }, UNAVAILABLE);
    expect(message).toContain('cannot be reached (ECONNREFUSED)');
    expect(message).not.toContain('sesame');
  });

  it('says that the database server has no such name', async () => {
    const databaseUrl = 'postgresql://zap:sesame@nothing.invalid/zap';
    const message = await expectFault({ DATABASE_URL: databaseUrl }, UNAVAILABLE);
    expect(message).toMatch(/cannot be reached \((ENOTFOUND|EAI_AGAIN)\)/);
  });

  it('says that what listens there is no database server', async () => {
    const other = net.createServer((caller) => caller.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect(await expectNoAnswer(other)).toContain('does not answer as a PostgreSQL server');
  });

  it('says that the database server does not answer', async () => {
    const other = net.createServer((caller) => caller.resume());
    expect(await expectNoAnswer(other)).toContain('does not answer as a PostgreSQL server');
  });

  async function expectNoAnswer(other: net.Server): Promise<string> {
    const port = await listen(other);
    const databaseUrl = `postgresql://zap:sesame@127.0.0.1:${port}/zap`;
    const message = await expectFault({ DATABASE_URL: databaseUrl }, UNAVAILABLE);
    other.close();
    expect(message).not.toContain('sesame');
    return message;
  }

  it('lists everything at once that production lacks', async () => {
    const message = await expectFault({
      NODE_ENV: 'production',
      CORS_ORIGINS: 'http://a.example',
      WHATSAPP_WS_URL: 'ws://127.0.0.1:3001/ws/chat',
      WHATSAPP_ROOT_KEY: KEY,
      WHATSAPP_CHAT_URL: 'http://127.0.0.1:3001',
    });
    expect(namesIn(message)).toEqual([
      'PUBLIC_URL',
      'MASTER_KEY',
      'REGISTRATION',
      'TRUST_PROXY',
      'BRAND_NAME',
      'WHATSAPP_WS_URL and WHATSAPP_ROOT_KEY',
      'WHATSAPP_CHAT_URL',
      'CORS_ORIGINS',
    ]);
    expect(await readdir(dataDir)).toEqual(['db']);
  });

  it.each(NONSENSE)('lists every variable that makes no sense (%#)', async (env) => {
    const message = await expectFault(env);
    expect(namesIn(message)).toEqual(Object.keys(env));
    expect(message).not.toContain('sesame');
    expect(await readdir(dataDir)).toEqual(['db']);
  });

  it.each(['abc', 'not base64!', Buffer.alloc(32).toString('base64'), `${KEY},${KEY}`])(
    'says what is wrong with a master key (%#)',
    async (key) => {
      const message = await expectFault({ MASTER_KEY: key });
      expect(message).toContain('MASTER_KEY');
      expect(message).not.toContain(key);
    },
  );
});
