import assert from 'node:assert/strict';
import type { AttackCase } from '../case.js';
import type { Field } from '../field.js';
import { requestWithHost } from '../http-raw.js';

/** More than the /48 of them is allowed, and fewer than all people together. */
const SUBNETS = 200;
/** More than one address is allowed. */
const NEIGHBOURS = 65;

async function asks(field: Field, address: string): Promise<boolean> {
  const { status } = await field.browser({ address }).post('/api/auth/requests', {});
  if (status !== 201) assert.equal(status, 429);
  return status === 201;
}

async function countAllowed(field: Field, addresses: readonly string[]): Promise<number> {
  let allowed = 0;
  for (const address of addresses) if (await asks(field, address)) allowed += 1;
  return allowed;
}

function logOut(field: Field, site: string | null): Promise<{ readonly status: number }> {
  const { url } = field.product();
  const fetchSite = site === null ? {} : { 'Sec-Fetch-Site': site };
  return requestWithHost(new URL('/api/auth/logout', url).href, {
    method: 'POST',
    headers: { Host: new URL(url).host, Origin: 'null', ...fetchSite },
  });
}

/** Cases 67, 71 and 77: what the product makes of addresses and origins. */
export const EDGE: readonly AttackCase[] = [
  {
    id: 67,
    standard: 'RFC 6177 section 2',
    attack: 'Login requests from 200 /64s of one /48',
    outcome: 'capped as one network; the neighbour is not',
    play: async (field) => {
      const subnets = Array.from({ length: SUBNETS }, (_, at) => (at << 8).toString(16));
      const allowed = await countAllowed(
        field,
        subnets.map((subnet) => `2001:db8:67:${subnet}::1`),
      );
      assert.ok(allowed < SUBNETS, `${allowed} of ${SUBNETS} were allowed`);
      assert.ok(await asks(field, '2001:db8:68::1'));
    },
  },
  {
    id: 71,
    standard: 'RFC 7239 section 6',
    attack: 'A proxy writes ports and brackets into X-Forwarded-For',
    outcome: 'one bucket a person',
    play: async (field) => {
      const people = Array.from({ length: NEIGHBOURS }, (_, at) =>
        at % 2 === 0 ? `198.51.100.${at + 1}:${40_000 + at}` : `[2001:db8:${at}:71::1]:443`,
      );
      assert.equal(await countAllowed(field, people), NEIGHBOURS);
    },
  },
  {
    id: 77,
    standard: 'W3C Fetch Metadata',
    attack: 'Origin: null from elsewhere, and from our own page behind a no-referrer proxy',
    outcome: 'Sec-Fetch-Site decides: only same-origin is let in',
    play: async (field) => {
      for (const site of [null, 'cross-site', 'same-site', 'none']) {
        assert.equal((await logOut(field, site)).status, 403, String(site));
      }
      assert.equal((await logOut(field, 'same-origin')).status, 204);
    },
  },
];
