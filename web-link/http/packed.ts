import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Request, Response } from 'express';

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];
/** The smallest first, as they come out for style sheets and scripts. */
const ENCODINGS = ['br', 'gzip', 'identity'] as const;

/**
 * Content that is the same for all people, uncompressed and compressed: compressed once, so that a request costs no
 * memory and no time of the processor. Never for an answer that holds a secret or something of a person: beside what an
 * attacker may choose, its length would tell it (BREACH).
 */
export interface Packed {
  /** Of the bytes as they are. */
  readonly digest: string;
  /** Those that are smaller than the bytes as they are, and these. */
  readonly bodies: ReadonlyMap<(typeof ENCODINGS)[number], Buffer>;
}

export async function pack(bytes: Buffer): Promise<Packed> {
  const made = { br: await brotli(bytes), gzip: await zip(bytes, { level: 9 }), identity: bytes };
  const smaller = ENCODINGS.filter(
    (name) => name === 'identity' || made[name].length < bytes.length,
  );
  return {
    digest: createHash('sha256').update(bytes).digest('base64url').slice(0, 22),
    bodies: new Map(smaller.map((name) => [name, made[name]])),
  };
}

/** The smallest that the browser takes (RFC 9110 §12.5.3), and its bytes. Who takes nothing gets them as they are. */
function chosen(req: Request, { bodies }: Packed) {
  const name = ENCODINGS.find((one) => bodies.has(one) && req.acceptsEncodings(one) === one);
  const body = bodies.get(name ?? 'identity');
  if (body === undefined) throw new Error('what is packed has lost what it was made of');
  return { name: name ?? 'identity', body };
}

/** Answers with it; type and caching are the caller's. With `tagged`, a browser that has these bytes gets a 304. */
export function sendPacked(
  res: Response,
  { packed, tagged }: { readonly packed: Packed; readonly tagged: boolean },
): void {
  const { name, body } = chosen(res.req, packed);
  res.vary('Accept-Encoding');
  if (name !== 'identity') res.set('Content-Encoding', name);
  // One for each encoding: they are different bytes (RFC 9110 §8.8.3).
  if (tagged) res.set('ETag', `"${packed.digest}-${name}"`);
  res.send(body);
}
