import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { timed } from '../compare.js';
import { atOnce } from './at-once.js';
import { createCaller } from './caller.js';
import type { Peer } from './peer.js';

const MAIN = fileURLToPath(new URL('./better-auth/server.mjs', import.meta.url));
const Pairs = z.array(z.tuple([z.string(), z.string()]));
const Sent = z.object({ codes: Pairs, links: Pairs });
const AUTH = '/api/auth';

/** Better Auth's server, and the bare Express route beside it. */
export interface BetterAuth extends Peer {
  /** So many calls of a route that answers the same JSON each time. @returns milliseconds for all */
  readonly bareCalls: (count: number) => Promise<number>;
}

/** Better Auth in a process of its own on a database of its own; each person signs in once before it is measured. */
export async function openBetterAuth(databaseUrl: string): Promise<BetterAuth> {
  const child = fork(MAIN, {
    env: { PATH: process.env['PATH'] ?? '', DATABASE_URL: databaseUrl },
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const exit = once(child, 'exit');
  const ended = exit.then(() => {
    throw new Error('Better Auth ended');
  });
  const [port] = (await Promise.race([once(child, 'message'), ended])) as [number];
  const { call, end } = createCaller(port, { origin: 'http://127.0.0.1' });
  const sent = async () => Sent.parse(JSON.parse((await call('/bench/sent', 200)).text));
  const post = (path: string, json: unknown) => call(path, 200, { method: 'POST', json });
  let people = 0;
  const nextPeople = (count: number): readonly number[] =>
    Array.from({ length: count }, () => (people += 1));
  const numberOf = (person: number) => `+55119${String(10_000_000 + person)}`;

  async function codes(persons: readonly number[]): Promise<number> {
    const sendMs = await timed(() =>
      atOnce(persons, (person) =>
        post(`${AUTH}/phone-number/send-otp`, { phoneNumber: numberOf(person) }),
      ),
    );
    const known = new Map((await sent()).codes);
    const verifyMs = await timed(() =>
      atOnce(persons, (person) => {
        const phoneNumber = numberOf(person);
        return post(`${AUTH}/phone-number/verify`, { phoneNumber, code: known.get(phoneNumber) });
      }),
    );
    return sendMs + verifyMs;
  }

  async function links(persons: readonly number[]): Promise<{ ms: number; cookies: string }> {
    const makeMs = await timed(() =>
      atOnce(persons, (person) =>
        post(`${AUTH}/sign-in/magic-link`, { email: `${person}@mail.example`, callbackURL: '/' }),
      ),
    );
    const tokens = (await sent()).links.map(([, token]) => token);
    let cookies = '';
    const redeemMs = await timed(() =>
      atOnce(tokens, async (token) => {
        const path = `${AUTH}/magic-link/verify?token=${token}&callbackURL=%2F`;
        ({ cookies } = await call(path, 302));
      }),
    );
    return { ms: makeMs + redeemMs, cookies };
  }

  return {
    codeLogins: async (count) => {
      const persons = nextPeople(count);
      await codes(persons);
      return codes(persons);
    },
    linkLogins: async (count) => {
      const persons = nextPeople(count);
      await links(persons);
      return (await links(persons)).ms;
    },
    sessionChecks: async (count) => {
      const { cookies } = await links(nextPeople(1));
      const headers = { cookie: cookies };
      return timed(() =>
        atOnce(Array.from({ length: count }), () => call(`${AUTH}/get-session`, 200, { headers })),
      );
    },
    bareCalls: (count) =>
      timed(() => atOnce(Array.from({ length: count }), () => call('/bench/bare', 200))),
    end: async () => {
      end();
      child.kill('SIGTERM');
      await exit;
    },
  };
}
