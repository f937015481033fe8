import net from 'node:net';
import { expect, it } from 'vitest';
import { freePort } from '../support/free-port.js';
import { listen } from './support/listen.js';
import { UNAVAILABLE, withStarts, type Starts } from './support/with-starts.js';

async function expectNoAnswer({ expectFault }: Starts, other: net.Server): Promise<string> {
  const port = await listen(other);
  const databaseUrl = `postgresql://zap:sesame@127.0.0.1:${port}/zap`;
  const message = await expectFault({ DATABASE_URL: databaseUrl }, UNAVAILABLE);
  other.close();
  expect(message).not.toContain('sesame');
  return message;
}

// Side by side: a server that says nothing is waited for in real time.
it.concurrent('says that the database server cannot be reached', () =>
  withStarts(async ({ expectFault }) => {
    const port = await freePort();
    const databaseUrl = `postgresql://zap:sesame@127.0.0.1:${port}/zap`;
    const message = await expectFault({ DATABASE_URL: databaseUrl }, UNAVAILABLE);
    expect(message).toContain('cannot be reached (ECONNREFUSED)');
    expect(message).not.toContain('sesame');
  }),
);

it.concurrent('says that the database server has no such name', () =>
  withStarts(async ({ expectFault }) => {
    const databaseUrl = 'postgresql://zap:sesame@nothing.invalid/zap';
    const message = await expectFault({ DATABASE_URL: databaseUrl }, UNAVAILABLE);
    expect(message).toMatch(/cannot be reached \((ENOTFOUND|EAI_AGAIN)\)/);
  }),
);

it.concurrent('says that what listens there is no database server', () =>
  withStarts(async (starts) => {
    const other = net.createServer((caller) => caller.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect(await expectNoAnswer(starts, other)).toContain('does not answer as a PostgreSQL server');
  }),
);

it.concurrent('says that the database server does not answer', () =>
  withStarts(async (starts) => {
    const other = net.createServer((caller) => caller.resume());
    expect(await expectNoAnswer(starts, other)).toContain('does not answer as a PostgreSQL server');
  }),
);
