import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok, type Result } from '#src/domain/result.js';
import { looksRandom } from './key-randomness.js';
import { MASTER_KEY_BYTES } from './key-ring.js';

/** Why there is no usable master key; `message` is for the operator and never holds the key. */
export interface MasterKeyFault {
  readonly code: 'missing' | 'malformed' | 'weak' | 'readable_by_others';
  readonly message: string;
}

const HOW_TO_MAKE = 'Make one with: openssl rand -base64 32';
const KEY_FILE = 'master.key';
/** Any permission of the group or of others. */
const OTHERS = 0o077;

function fault(code: MasterKeyFault['code'], message: string) {
  return fail<MasterKeyFault>({ code, message });
}

function parseKey(text: string): Result<Uint8Array, MasterKeyFault> {
  const standard = text.replaceAll('-', '+').replaceAll('_', '/');
  const key = Buffer.from(standard, 'base64');
  if (key.toString('base64').replaceAll('=', '') !== standard.replace(/={0,2}$/, ''))
    return fault('malformed', `MASTER_KEY is not base64. ${HOW_TO_MAKE}`);
  if (key.length < MASTER_KEY_BYTES)
    return fault('weak', `MASTER_KEY has ${key.length} bytes and needs 32. ${HOW_TO_MAKE}`);
  if (key.length > MASTER_KEY_BYTES)
    return fault('malformed', `MASTER_KEY has ${key.length} bytes and needs 32. ${HOW_TO_MAKE}`);
  if (!looksRandom(key, standard.replace(/=+$/, '')))
    return fault('weak', `MASTER_KEY was not made by chance. ${HOW_TO_MAKE}`);
  return ok(key);
}

/**
 * Reads master keys: base64 or base64url of 32 random bytes each, separated by commas, the current one first. A key
 * whose distribution is not random (text, repetitions, ramps) is refused as weak.
 */
export function parseMasterKeys(text: string): Result<readonly Uint8Array[], MasterKeyFault> {
  const keys: Uint8Array[] = [];
  for (const part of text.split(',')) {
    const parsed = parseKey(part.trim());
    if (!parsed.ok) return parsed;
    if (keys.some((key) => Buffer.compare(key, parsed.value) === 0))
      return fault('malformed', 'MASTER_KEY lists the same key twice.');
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
    return fault('readable_by_others', `${file} is open to other users. Run: chmod 600 ${file}`);
  const parsed = parseMasterKeys((await readFile(file, 'utf8')).trim());
  if (parsed.ok) return parsed;
  return fault(parsed.error.code, parsed.error.message.replace('MASTER_KEY', file));
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
  if (input.production)
    return fault(
      'missing',
      `Production needs MASTER_KEY (32 random bytes, base64). ${HOW_TO_MAKE}`,
    );
  return readKeyFile(path.resolve(input.dataDir, KEY_FILE));
}
