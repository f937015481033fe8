import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { RequestHandler } from 'express';
import { pack, sendPacked, type Packed } from '../packed.js';

const TEXT = /\.(?:css|js|svg)$/;

/** The style sheets, scripts and drawings of a folder, as they were when each was first asked for, compressed. */
export function createPackedFiles(
  folder: string,
  { cacheControl }: { readonly cacheControl: string },
): RequestHandler {
  const names = new Set(readdirSync(folder).filter((name) => TEXT.test(name)));
  const files = new Map<string, Promise<Packed>>();

  function packed(name: string): Promise<Packed> {
    const known = files.get(name);
    if (known !== undefined) return known;
    const made = readFile(path.join(folder, name)).then(pack);
    files.set(name, made);
    // One that could not be read is read again for the next who asks.
    made.catch(() => files.delete(name));
    return made;
  }

  return async (req, res, next) => {
    const name = req.path.slice(1);
    if (!names.has(name) || (req.method !== 'GET' && req.method !== 'HEAD')) {
      next();
      return;
    }
    const file = await packed(name);
    res.set('Cache-Control', cacheControl).type(path.extname(name));
    sendPacked(res, { packed: file, tagged: true });
  };
}
