import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { inEach, type Told } from '#src/domain/locale.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import { looksRandom } from './key-randomness.js';
import { MASTER_KEY_BYTES } from './key-ring.js';
import { KEY_WORDS, type KeyWords } from './words/catalogue.js';

/** Why there is no usable master key; `told` is for the operator and never holds the key. */
export interface MasterKeyFault {
  readonly code: 'missing' | 'malformed' | 'weak' | 'readable_by_others';
  readonly told: Told;
}

const VARIABLE = 'MASTER_KEY';
const KEY_FILE = 'master.key';
/** Any permission of the group or of others. */
const OTHERS = 0o077;

function fault(code: MasterKeyFault['code'], say: (words: KeyWords) => string) {
  return fail<MasterKeyFault>({ code, told: inEach(KEY_WORDS, say) });
}

function parseKey(text: string, source: string): Result<Uint8Array, MasterKeyFault> {
  const standard = text.replaceAll('-', '+').replaceAll('_', '/');
  const key = Buffer.from(standard, 'base64');
  if (key.toString('base64').replaceAll('=', '') !== standard.replace(/={0,2}$/, ''))
    return fault('malformed', (words) => words.notBase64(source));
  if (key.length < MASTER_KEY_BYTES)
    return fault('weak', (words) => words.wrongLength(source, key.length));
  if (key.length > MASTER_KEY_BYTES)
    return fault('malformed', (words) => words.wrongLength(source, key.length));
  if (!looksRandom(key, standard.replace(/=+$/, '')))
    return fault('weak', (words) => words.notRandom(source));
  return ok(key);
}

/**
 * Reads master keys: base64 or base64url of 32 random bytes each, separated by commas, the current one first. A key
 * whose distribution is not random (text, repetitions, ramps) is refused as weak.
 * @param source the variable or the file that they were read from; a fault names it
 */
export function parseMasterKeys(
  text: string,
  source: string = VARIABLE,
): Result<readonly Uint8Array[], MasterKeyFault> {
  const keys: Uint8Array[] = [];
  for (const part of text.split(',')) {
    const parsed = parseKey(part.trim(), source);
    if (!parsed.ok) return parsed;
    if (keys.some((key) => Buffer.compare(key, parsed.value) === 0))
      return fault('malformed', (words) => words.twice(source));
    keys.push(parsed.value);
  }
  return ok(keys);
}

/** Writes a new key whole under another name first: a second process sees all of it or nothing. */
async function makeKeyFile(file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${randomBytes(MASTER_KEY_BYTES).toString('base64')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
}

async function modeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).mode;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function readKeyFile(file: string): Promise<Result<readonly Uint8Array[], MasterKeyFault>> {
  let mode = await modeOf(file);
  if (mode === null) {
    await makeKeyFile(file);
    mode = await modeOf(file);
  }
  if (mode === null || (mode & OTHERS) !== 0)
    return fault('readable_by_others', (words) => words.readable(file));
  return parseMasterKeys((await readFile(file, 'utf8')).trim(), file);
}

/**
 * The master keys of this installation, current first: from the environment, or in development from
 * `DATA_DIR/master.key`, which is made with mode 0600 when it is not there. Two processes that start at once get the
 * same key.
 * @returns the fault when production has none, or the value or the file cannot be trusted
 * @throws when the folder cannot be read or written
 */
export async function loadMasterKeys(input: {
  readonly fromEnv?: string | undefined;
  readonly dataDir: string;
  readonly production: boolean;
}): Promise<Result<readonly Uint8Array[], MasterKeyFault>> {
  if (input.fromEnv !== undefined) return parseMasterKeys(input.fromEnv);
  if (input.production) return fault('missing', (words) => words.missing);
  return readKeyFile(path.resolve(input.dataDir, KEY_FILE));
}
