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

  return {
    async codeLogins(count) {
      const people = await edge.addPeople(count);
      let asked: Awaited<ReturnType<typeof askFor>>[] = [];
      const askMs = await timed(async () => (asked = await atOnce(people, askFor)));
      const codes = await edge.takeCodes();
      const verifyMs = await timed(() =>
        atOnce(asked, ({ challengeId, cookies }, at) =>
          call('/api/auth/whatsapp/verify', 200, {
            ...{ method: 'POST', headers: from({ cookie: cookies }) },
            json: { challengeId, code: codes.get(people[at]?.chat ?? '') },
          }),
        ),
      );
      return askMs + verifyMs;
    },
    async linkLogins(count) {
      const people = await edge.addPeople(count);
      let links: readonly string[] = [];
      const makeMs = await timed(async () => {
        links = await edge.issueLinks(people.map(({ id }) => id));
      });
      const redeemMs = await timed(() =>
        atOnce(links, async (link) => {
          const headers = from();
          await call(link, 200, { headers });
          await call(link, 303, { method: 'POST', headers });
        }),
      );
      return makeMs + redeemMs;
    },
    async sessionChecks(count) {
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
