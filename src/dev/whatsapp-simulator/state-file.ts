import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { decodeSavedState, type SavedState } from './saved-state.js';

/** The simulator's memory on disk: one JSON file, readable by its owner only. */
export interface StateFile {
  /** Saves within 200 ms; further changes until then go into the same save. */
  changed(): void;
  /** Saves what is not saved yet, and resolves when it is on disk. */
  flush(): Promise<void>;
}

const DEBOUNCE_MS = 150;
const OWNER_ONLY = 0o600;

/** What an earlier run saved; `undefined` when there is no file. Rejects for a file that is not ours. */
export async function loadState(path: string): Promise<SavedState | undefined> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  return text === undefined ? undefined : decodeSavedState(path, text);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

export interface StateFileDeps {
  readonly path: string;
  /** The whole state as JSON text, at the time of the call. */
  readonly encode: () => string;
  /** A save that failed; the next change tries again. */
  readonly failed: (error: unknown) => void;
}

export function createStateFile({ path, encode, failed }: StateFileDeps): StateFile {
  let timer: NodeJS.Timeout | undefined;
  let dirty = false;
  let writing = Promise.resolve();

  /** Written beside and renamed over the old one, so that a crash leaves one whole file. */
  async function write(): Promise<void> {
    if (!dirty) return;
    dirty = false;
    const beside = `${path}.${process.pid}.tmp`;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(beside, encode(), { mode: OWNER_ONLY });
    await rename(beside, path);
  }

  function save(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(write).catch((error: unknown) => {
      dirty = true;
      failed(error);
    });
    return writing;
  }

  return {
    changed() {
      dirty = true;
      timer ??= setTimeout(() => void save(), DEBOUNCE_MS);
    },
    flush: save,
  };
}
