import { z } from 'zod';
import { timed } from '../compare.js';
import { atOnce } from './at-once.js';
import { createCaller } from './caller.js';
import { type Person, startEdge } from './edge-process.js';
import type { Peer } from './peer.js';

const Asked = z.object({ challengeId: z.string() });

/** Each caller from an address of its own, as a proxy in front says it: limits count per address. */
function createAddresses(): () => string {
  let calls = 0;
  return () => {
    calls += 1;
    return `${11 + (calls % 180)}.${(calls * 7) % 256}.${(calls * 13) % 256}.${1 + (calls % 250)}`;
  };
}

/** The product's edge on a database of its own; accounts are made before anything is measured. */
export async function openProduct(input: {
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly port: number;
}): Promise<Peer> {
  const { databaseUrl, dataDir, port } = input;
  const origin = `http://localhost:${port}`;
  const edge = await startEdge({
    ...{ DATABASE_URL: databaseUrl, DATA_DIR: dataDir, PORT: String(port), PUBLIC_URL: origin },
    ...{ TRUST_PROXY: '1', LOG_LEVEL: 'warn' },
  });
  const { call, end } = createCaller(edge.port, { origin });
  const nextAddress = createAddresses();
  const from = (more: Readonly<Record<string, string>> = {}) => ({
    'x-forwarded-for': nextAddress(),
    ...more,
  });

  async function askFor({ taxId }: Person) {
    const headers = from();
    const { text, cookies } = await call('/api/auth/whatsapp', 202, {
      ...{ method: 'POST', json: { taxId }, headers },
    });
    return { challengeId: Asked.parse(JSON.parse(text)).challengeId, cookies };
  }

  async function codes(people: readonly Person[]): Promise<number> {
    let asked: Awaited<ReturnType<typeof askFor>>[] = [];
    const askMs = await timed(async () => (asked = await atOnce(people, askFor)));
    const sent = await edge.takeCodes();
    const verifyMs = await timed(() =>
      atOnce(asked, ({ challengeId, cookies }, at) =>
        call('/api/auth/whatsapp/verify', 200, {
          ...{ method: 'POST', headers: from({ cookie: cookies }) },
          json: { challengeId, code: sent.get(people[at]?.chat ?? '') },
        }),
      ),
    );
    return askMs + verifyMs;
  }

  async function links(people: readonly Person[]): Promise<number> {
    let made: readonly string[] = [];
    const makeMs = await timed(async () => {
      made = await edge.issueLinks(people.map(({ id }) => id));
    });
    const redeemMs = await timed(() =>
      atOnce(made, async (link) => {
        const headers = from();
        await call(link, 200, { headers });
        await call(link, 303, { method: 'POST', headers });
      }),
    );
    return makeMs + redeemMs;
  }

  /** Each has been in before, with the same browser: as at Better Auth, and nobody is alerted. */
  async function returning(count: number): Promise<readonly Person[]> {
    const people = await edge.addPeople(count);
    await links(people);
    return people;
  }

  return {
    codeLogins: async (count) => codes(await returning(count)),
    linkLogins: async (count) => links(await returning(count)),
    sessionChecks: async (count) => {
      const [person] = await edge.addPeople(1);
      if (person === undefined) throw new Error('nobody was added');
      const [link = ''] = await edge.issueLinks([person.id]);
      const { cookies } = await call(link, 303, { method: 'POST', headers: from() });
      const headers = from({ cookie: cookies });
      return timed(() =>
        atOnce(Array.from({ length: count }), () => call('/api/auth/me', 200, { headers })),
      );
    },
    end: async () => {
      end();
      await edge.end();
    },
  };
}
