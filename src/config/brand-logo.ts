import { readFileSync, statSync } from 'node:fs';
import type { ConfigWords } from './words/catalogue.js';

export interface BrandLogo {
  readonly type: 'image/svg+xml' | 'image/png' | 'image/webp';
  readonly bytes: Buffer;
}

type Read =
  | { readonly ok: true; readonly logo: BrandLogo }
  | { readonly ok: false; readonly fault: (rules: ConfigWords['rules']) => string };

/** Every page loads it, on phones with little data. */
const MOST_KIB = 48;
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
/** What may stand in front of the root of an SVG: XML declaration, comments and document type, without a subset. */
const SVG =
  /^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*|<!--(?:(?!-->)[\s\S])*-->\s*|<!DOCTYPE[^>[]*>\s*)*<svg[\s>]/i;

/** By the content, since browsers are told the type and are not to guess another. */
function typeOf(bytes: Buffer): BrandLogo['type'] | null {
  if (bytes.subarray(0, PNG.length).equals(PNG)) return 'image/png';
  const [riff, webp] = [bytes.toString('latin1', 0, 4), bytes.toString('latin1', 8, 12)];
  if (riff === 'RIFF' && webp === 'WEBP') return 'image/webp';
  return SVG.test(bytes.toString('utf8')) ? 'image/svg+xml' : null;
}

/** The logo of the brand, read once at start. A fault is a sentence for the operator. */
export function readLogo(path: string): Read {
  let bytes: Buffer;
  try {
    if (statSync(path).size > MOST_KIB * 1024) {
      return { ok: false, fault: (rules) => rules.logoTooLarge(MOST_KIB) };
    }
    bytes = readFileSync(path);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? String(error);
    return { ok: false, fault: (rules) => rules.logoUnreadable(why) };
  }
  const type = typeOf(bytes);
  if (type === null) return { ok: false, fault: (rules) => rules.logoNoPicture };
  return { ok: true, logo: { type, bytes } };
}
