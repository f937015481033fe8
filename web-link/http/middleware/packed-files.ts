import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { RequestHandler } from 'express';
import { pack, sendPacked, type Packed } from '../packed.js';

const TEXT = /\.(?:css|js|svg)$/;

/**
 * The style sheets, scripts and drawings of a folder, as they were when each was first asked for, compressed.
 * `bundles` are files that are made of others, one after the other, so that a page asks once for all of them.
 */
export function createPackedFiles(
  folder: string,
  given: {
    readonly cacheControl: string;
    readonly bundles: Readonly<Record<string, readonly string[]>>;
  },
): RequestHandler {
  const plain = readdirSync(folder).filter((name) => TEXT.test(name));
  const sources = new Map<string, readonly string[]>([
    ...plain.map((name): [string, string[]] => [name, [name]]),
    ...Object.entries(given.bundles),
  ]);
  const files = new Map<string, Promise<Packed>>();

  async function read(names: readonly string[]): Promise<Packed> {
    const parts = await Promise.all(names.map((name) => readFile(path.join(folder, name))));
    return pack(Buffer.concat(parts));
  }

  function packed(name: string, names: readonly string[]): Promise<Packed> {
    const known = files.get(name);
    if (known !== undefined) return known;
    const made = read(names);
    files.set(name, made);
    // One that could not be read is read again for the next who asks.
    made.catch(() => files.delete(name));
    return made;
  }

  return async (req, res, next) => {
    const name = req.path.slice(1);
    const names = sources.get(name);
    if (names === undefined || (req.method !== 'GET' && req.method !== 'HEAD')) {
      next();
      return;
    }
    const file = await packed(name, names);
    res.set('Cache-Control', given.cacheControl).type(path.extname(name));
    sendPacked(res, { packed: file, tagged: true });
  };
}
