import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { WASM_ONCE } from './test/support/wasm-flags.js';
import { LongestFirst } from './test/support/longest-first.js';
import { SlowestFiles } from './test/support/slowest-files.js';

/** Real databases, real Baileys sockets: slower than rules and pages, faster than whole processes. */
const PARTS = [
  'test/app/**/*.test.ts',
  'test/contract/**/*.test.ts',
  'test/adapters/**/*.test.ts',
  'test/dev/**/*.test.ts',
  'test/web-link/google-*.test.ts',
];
/** Parts that take about a second each on one database: each table and the use cases that touch most of them. */
const QUICK_PARTS = [
  'test/contract/{accounts,bot-number,challenges,claims,conversations,inbox,leases,login-links,outbox,requests,sessions}.test.ts',
  'test/app/{code-guesses,claims,login-request,refresh-session,step-up,ways-in-by-chat}.test.ts',
];
/** They show the WhatsApp library as it comes, which the product mends for its whole process: a process for each file. */
const ALONE = [
  'bounded-chains',
  'quick-signal',
  'session-trials',
  'undecryptable',
  'upstream-guards',
].map((name) => `test/adapters/whatsapp/${name}.test.ts`);
const WHOLE = ['test/e2e/**/*.test.ts'];

/** Every page in a browser, in both themes, by axe: a quarter of all units' time. */
const LOOKS = ['test/web-link/looks*.test.ts'];

/** `npm run test:quick`, for every save: all units but the looks of pages, and some of the parts. */
const isQuick = process.env['ZAP_TEST_QUICK'] !== undefined;
/** Where the results go as JSON, beside what is printed. */
const results = process.env['ZAP_TEST_RESULTS'];

/**
 * 64 MiB for what V8 has just made, instead of 16: what lives for one step of a walk over the charts dies there, uncopied,
 * which saves that file a sixth of its CPU.
 */
const ROOM_FOR_NEW = '--max-semi-space-size=64';

/**
 * Files of one worker share its process: libraries, databases and browsers are loaded and started once for all of them.
 * A test that changes what a process has (a global, a variable of the environment) puts it back.
 */
const isolate = false;

// Sources are found through the condition `development`, which Vitest sets by itself.
export default defineConfig({
  test: {
    // Much of the time is waiting for a database, a socket or a page: never fewer than two at once.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongestFirst },
    reporters: ['default', new SlowestFiles(), ...(results === undefined ? [] : ['json'])],
    ...(results !== undefined && { outputFile: { json: results } }),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: [...PARTS, ...WHOLE, ...(isQuick ? LOOKS : [])],
          setupFiles: ['test/support/fail-on-console.ts'],
          isolate,
          execArgv: [ROOM_FOR_NEW],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'parts',
          include: isQuick ? QUICK_PARTS : PARTS,
          exclude: ALONE,
          globalSetup: ['test/support/global-setup.ts'],
          setupFiles: ['test/support/fail-on-console.ts'],
          isolate,
          execArgv: [WASM_ONCE],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          include: ALONE,
          setupFiles: ['test/support/fail-on-console.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: WHOLE,
          globalSetup: ['test/e2e/support/build.ts'],
          setupFiles: ['test/e2e/support/process-as-found.ts'],
          isolate,
          execArgv: [WASM_ONCE],
          // Each file has its own data, ports and people; the whole product runs several times at once. Much
          // of that is waiting: for an answer of the bot, a page, a process that ends.
          maxWorkers: 4,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
