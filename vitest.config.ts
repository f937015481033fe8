import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Real databases, real Baileys sockets: slower than rules and pages, faster than whole processes. */
const PARTS = [
  'test/app/**/*.test.ts',
  'test/contract/**/*.test.ts',
  'test/adapters/**/*.test.ts',
  'test/dev/**/*.test.ts',
  'test/web-link/google-*.test.ts',
];
const WHOLE = ['test/e2e/**/*.test.ts'];

// Sources are found through the condition `development`, which Vitest sets by itself.
export default defineConfig({
  test: {
    // Much of the time is waiting for a database, a socket or a page: never fewer than two at once.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: [...PARTS, ...WHOLE],
          setupFiles: ['test/support/fail-on-console.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'parts',
          include: PARTS,
          globalSetup: ['test/support/global-setup.ts'],
          setupFiles: ['test/support/fail-on-console.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: WHOLE,
          globalSetup: ['test/e2e/support/build.ts'],
          // Each file has its own data, ports and people; the whole product runs several times at once.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
