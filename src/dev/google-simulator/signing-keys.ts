import { createHmac } from 'node:crypto';
import { base64url, exportJWK, exportSPKI, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import type { IdTokenFault } from './faults.js';

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

async function newKey(number: number): Promise<{ readonly kid: string; readonly pair: KeyPair }> {
  const pair = await generateKeyPair('RS256', { extractable: true });
  return { kid: `simulated-${number}`, pair };
}

function part(value: unknown): string {
  return base64url.encode(JSON.stringify(value));
}

export type SigningKeys = Awaited<ReturnType<typeof createSigningKeys>>;

/** The keys Google signs ID tokens with; one at a time, as far as it is seen from outside. */
export async function createSigningKeys() {
  let number = 1;
  let current = await newKey(number);

  async function privateJwk() {
    return { ...(await exportJWK(current.pair.privateKey)), kid: current.kid, alg: 'RS256' };
  }

  return {
    privateJwk,
    /** What the keys' address answers. */
    async publicJwks() {
      const jwk = await exportJWK(current.pair.publicKey);
      return { keys: [{ ...jwk, kid: current.kid, use: 'sig', alg: 'RS256' }] };
    },
    /** The keys there were are gone at once; what they signed is worth nothing any more. */
    async rotate(): Promise<void> {
      number += 1;
      current = await newKey(number);
    },
    /** Signs claims as Google does, or with a fault, as an impostor does. */
    async sign(claims: JWTPayload, fault: IdTokenFault | null): Promise<string> {
      const { kid } = current;
      if (fault === 'unsigned') return `${part({ alg: 'none', kid })}.${part(claims)}.`;
      if (fault === 'signed_with_public_key') {
        const signed = `${part({ alg: 'HS256', kid, typ: 'JWT' })}.${part(claims)}`;
        const secret = await exportSPKI(current.pair.publicKey);
        return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
      }
      const stranger = fault === 'signed_by_stranger' ? await newKey(0) : null;
      const { privateKey } = (stranger ?? current).pair;
      const header = { alg: 'RS256', kid, typ: 'JWT' };
      return new SignJWT(claims).setProtectedHeader(header).sign(privateKey);
    },
  };
}
