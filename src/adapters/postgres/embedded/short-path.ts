import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A unix socket's path ends at 104 bytes on macOS and 108 on Linux; this leaves room for the socket's own name. */
const LONGEST_FOLDER = 60;

/** A folder under a name that is short enough to hold unix sockets. */
export interface ShortPath {
  readonly path: string;
  /** Removes the other name; the folder stays. */
  remove(): Promise<void>;
}

/**
 * Gives a folder a name short enough for unix sockets: its own, or a symbolic link in a private temporary folder. The
 * sockets themselves are in the folder either way, so two processes always meet at the same ones.
 */
export async function shortPath(folder: string): Promise<ShortPath> {
  const absolute = path.resolve(folder);
  if (Buffer.byteLength(absolute) <= LONGEST_FOLDER)
    return { path: absolute, remove: () => Promise.resolve() };
  const parent = await mkdtemp(path.join(tmpdir(), 'zap-'));
  const link = path.join(parent, 'd');
  await symlink(absolute, link);
  return { path: link, remove: () => rm(parent, { recursive: true, force: true }) };
}
