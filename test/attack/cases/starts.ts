import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../../e2e/support/free-port.js';
import { runProgram } from '../../e2e/support/run-program.js';
import type { AttackCase } from '../case.js';
import type { Field } from '../field.js';

const START = 'dist/src/main/start.js';
/** sysexits.h EX_CONFIG, and EX_UNAVAILABLE: no database answers at the address that every start here is given. */
const CONFIG = 78;
const UNAVAILABLE = 69;

type Variables = Readonly<Record<string, string>>;

const chance = (): string => randomBytes(32).toString('base64');
const bytes = (at: (index: number) => number): string =>
  Buffer.from(Array.from({ length: 32 }, (_, index) => at(index) & 0xff)).toString('base64');

const HALF = randomBytes(16);
const TEXT = Buffer.from('A próxima chuva já não é só').toString('base64');

/** Each key is recognised by something else, each password as well; null: one that is made by chance. */
const WEAK: readonly (readonly [what: string, key: string | null, password: string | null])[] = [
  ['16 bytes twice; a word and a digit', bytes((at) => HALF[at % 16] ?? 0), 'postgres1'],
  ['a ramp that wraps; words', bytes((at) => 200 + 17 * at), 'PostgresPassword1'],
  ['text; a word and a year', TEXT, 'jabuticabeira24!'],
  ['words typed as base64; one letter', 'thisismyverysecretmasterkeyforproductionnow=', 'x'],
  ['an older key that is a ramp', `${chance()},${bytes((at) => 200 + 17 * at)}`, null],
  ['a ramp of characters', null, '987654321098'],
];

/** Tries to start the build. @returns how it ended, and the variables that it names, each once */
async function start(field: Field, variables: Variables) {
  const env = { PORT: '0', LOCALE: 'en', ...variables };
  const { code, stderr } = await runProgram([path.join(field.root, START)], env).ended;
  const names = [...stderr.matchAll(/^- ([A-Z_]+)/gm)].map(([, name = '']) => name);
  return { code, stderr, names: [...new Set(names)] };
}

/** Cases 75 and 76. */
export const STARTS: readonly AttackCase[] = [
  {
    id: 75,
    standard: 'NIST SP 800-133; OWASP ASVS 5.0 13.2.3',
    attack:
      'Production with a master key of repetitions, ramps or text, and a guessable database password',
    outcome: 'refuses to start, names both at once and repeats neither',
    play: async (field) => {
      const port = await freePort();
      const production = (key: string, password: string): Variables => ({
        ...{ NODE_ENV: 'production', PUBLIC_URL: 'https://login.example.com' },
        ...{ REGISTRATION: 'closed', TRUST_PROXY: '1', MASTER_KEY: key },
        BRAND_NAME: 'Loja Exemplo',
        DATA_DIR: path.join(field.world.dataDir, 'weak'),
        DATABASE_URL: `postgresql://zap:${encodeURIComponent(password)}@127.0.0.1:${port}/login`,
      });
      const strong = randomBytes(16).toString('hex');
      await Promise.all(
        WEAK.map(async ([what, key, password]) => {
          const wanted = [
            ...(password === null ? [] : ['DATABASE_URL']),
            ...(key === null ? [] : ['MASTER_KEY']),
          ];
          const ended = await start(field, production(key ?? chance(), password ?? strong));
          assert.deepEqual([ended.code, ended.names], [CONFIG, wanted], `${what}: ${ended.stderr}`);
          if (key !== null) {
            assert.match(ended.stderr, /^- MASTER_KEY was not made by chance/m, what);
            assert.ok(!ended.stderr.includes(key), what);
          }
          if (password !== null) {
            assert.match(ended.stderr, /^- DATABASE_URL: the password is/m, what);
            assert.ok(!ended.stderr.includes(`:${password}@`), what);
          }
        }),
      );
      const sound = await start(field, production(chance(), strong));
      assert.equal(sound.code, UNAVAILABLE, sound.stderr);
    },
  },
  {
    id: 76,
    standard: 'OWASP ASVS 5.0 13.4.2',
    attack: 'NODE_ENV forgotten, or of development, on a server whose PUBLIC_URL is https',
    outcome: "production's checks hold: every fault is named at once, and nothing is written",
    play: async (field) => {
      const { simulator, dataDir } = field.world;
      const folder = path.join(dataDir, 'forgotten');
      const careless = {
        DATA_DIR: folder,
        DATABASE_URL: `postgresql://zap:postgres1@127.0.0.1:${await freePort()}/zap`,
        WHATSAPP_WS_URL: simulator.waUrl,
        WHATSAPP_ROOT_KEY: simulator.rootKey,
        GOOGLE_ISSUER: field.google.issuer,
        CORS_ORIGINS: 'http://shop.example.com',
      };
      const online = {
        ...careless,
        ...{ PUBLIC_URL: 'https://login.example.com', LOG_LEVEL: 'loud' },
      };
      const forgotten: readonly Variables[] = [
        {},
        { NODE_ENV: '' },
        { NODE_ENV: 'development' },
        { NODE_ENV: 'test' },
      ];
      await Promise.all(
        forgotten.map(async (nodeEnv) => {
          const { code, names, stderr } = await start(field, { ...online, ...nodeEnv });
          assert.equal(code, CONFIG, `${JSON.stringify(nodeEnv)}: ${stderr}`);
          assert.deepEqual(names, [
            ...['LOG_LEVEL', 'MASTER_KEY', 'DATABASE_URL', 'REGISTRATION', 'TRUST_PROXY'],
            'BRAND_NAME',
            ...['WHATSAPP_WS_URL', 'GOOGLE_ISSUER', 'CORS_ORIGINS', 'NODE_ENV'],
          ]);
        }),
      );
      assert.equal(existsSync(folder), false);
      // At home the same goes on, as far as its database.
      const home = await start(field, { ...careless, PUBLIC_URL: 'http://localhost:3000' });
      assert.equal(home.code, UNAVAILABLE, home.stderr);
    },
  },
];
