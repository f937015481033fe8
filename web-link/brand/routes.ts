import { Router } from 'express';
import { onlyMethods } from '../http/middleware/only-methods.js';
import { pack, sendPacked, type Packed } from '../http/packed.js';
import { COLORS_PATH, LOGO_PATH, type Brand } from './brand.js';

/** Short, because the addresses carry no version. */
const CACHED = 'public, max-age=300';
/**
 * An SVG that is opened by itself is a document and could hold scripts. `sandbox` gives it an origin of its own without
 * scripts; its style may stand inside, nothing is loaded (CSP level 3, §6.2 and §6.3.2).
 */
const PICTURE_ONLY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

function colorsCss({ light, dark }: NonNullable<Brand['color']>): string {
  const rules = ({ accent, strong }: typeof light): string =>
    `:root{--accent:${accent};--accent-strong:${strong}}`;
  return `${rules(light)}@media (prefers-color-scheme:dark){${rules(dark)}}`;
}

/** The logo and the colours of the brand, from our own origin; without them there is nothing under these addresses. */
export function createBrandRoutes({ logo, color }: Brand): readonly Router[] {
  // Express takes every request through a router without routes once around its event loop.
  if (logo === null && color === null) return [];
  const router = Router({ caseSensitive: true, strict: true });

  function serve(path: string, file: { readonly type: string; readonly bytes: Buffer }): void {
    let packed: Promise<Packed> | null = null;
    router
      .route(path)
      .get(async (_req, res) => {
        packed ??= pack(file.bytes);
        res.set({ 'Cache-Control': CACHED, 'Content-Security-Policy': PICTURE_ONLY });
        res.type(file.type);
        sendPacked(res, { packed: await packed, tagged: true });
      })
      .all(onlyMethods('GET'));
  }

  if (logo !== null) serve(LOGO_PATH, logo);
  if (color !== null) {
    serve(COLORS_PATH, { type: 'text/css', bytes: Buffer.from(colorsCss(color)) });
  }
  return [router];
}
