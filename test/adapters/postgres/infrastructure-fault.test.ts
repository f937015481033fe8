import { expect, it } from 'vitest';
import { isInfrastructureFault } from '#src/adapters/postgres/infrastructure-fault.js';
import { forEachBackend } from '../../support/database.js';

function withCode(code: string): Error {
  return Object.assign(new Error('said by a test'), { code });
}

const OUTSIDE = [
  ...['08006', '25006', '25P03', '40001', '40P01', '53100', '53300', '55P03', '57014', '57P01'],
  ...['57P03', '58030', 'P1001', 'P1017', 'P2024', 'P2028', 'P2034', 'ECONNREFUSED', 'ECONNRESET'],
  ...['EPIPE', 'ETIMEDOUT', 'ENOSPC', 'EROFS'],
];
const OF_THE_WORK = [
  ...['22P02', '22021', '23505', '23503', '23502', '42P01', '42703', 'P2002', 'P2003', 'P2025'],
  ...['XX000', 'ENOENT', 'ERR_INVALID_ARG_TYPE', 'ERR_OSSL_BAD_DECRYPT', 'P10', '080061'],
];

it.each(OUTSIDE)('case C1: %s is nobody’s fault', (code) => {
  expect(isInfrastructureFault(withCode(code))).toBe(true);
  expect(isInfrastructureFault(new Error('around it', { cause: withCode(code) }))).toBe(true);
  const adapter = { driverAdapterError: { cause: { originalCode: code, kind: 'postgres' } } };
  const prisma = Object.assign(withCode('P2010'), { meta: adapter });
  expect(isInfrastructureFault(prisma)).toBe(true);
});

it.each(OF_THE_WORK)('case C1: %s is the work’s own', (code) => {
  expect(isInfrastructureFault(withCode(code))).toBe(false);
});

it.each([new TypeError('x is not a function'), new Error('bad'), 'text', null, undefined, 57])(
  'case C1: %s is the work’s own',
  (error) => {
    expect(isInfrastructureFault(error)).toBe(false);
  },
);

forEachBackend('case C1: what the database really throws', (openFresh) => {
  it('is told apart', async () => {
    const { prisma, kind } = await openFresh();
    const thrown = async (work: Promise<unknown>): Promise<unknown> =>
      work.then(
        () => null,
        (error: unknown) => error,
      );
    const readOnly = () =>
      prisma.$transaction([
        prisma.$executeRaw`SET TRANSACTION READ ONLY`,
        prisma.$executeRaw`DELETE FROM lease`,
      ]);
    const tooSlow = () =>
      prisma.$transaction(
        async (db) => {
          await db.$queryRaw`SELECT 1 FROM pg_sleep(0.3)`;
          await db.$queryRaw`SELECT 1`;
        },
        { timeout: 100 },
      );
    const outside = { readOnly: await thrown(readOnly()), tooSlow: await thrown(tooSlow()) };
    for (const [name, error] of Object.entries(outside)) {
      expect([name, isInfrastructureFault(error)]).toEqual([name, true]);
    }
    if (kind === 'external') {
      const killed = await thrown(prisma.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`);
      expect(killed).not.toBeNull();
      expect(isInfrastructureFault(killed)).toBe(true);
    }
    const own = [
      await thrown(prisma.$queryRaw`SELECT 1 / 0`),
      await thrown(prisma.$queryRaw`SELECT nonsense`),
      await thrown(prisma.$executeRaw`INSERT INTO lease (name) VALUES ('x')`),
      await thrown(prisma.account.findUniqueOrThrow({ where: { taxIdIndex: new Uint8Array(1) } })),
    ];
    for (const error of own) {
      expect(error).not.toBeNull();
      expect(isInfrastructureFault(error)).toBe(false);
    }
  });
});
