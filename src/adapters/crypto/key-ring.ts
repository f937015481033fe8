import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

export const MASTER_KEY_BYTES = 32;
export const KEY_ID_BYTES = 4;

/** Fixed and public: it keeps these keys apart from another program's that was given the same master key. */
const SALT = 'zap-login/v1';

/** The keys of one master key. */
export interface RingKey {
  /** Four bytes derived from the master key, to find it again; they tell nothing about it. */
  readonly id: Uint8Array;
  /** The 256-bit key for one use; another label gives an unrelated key. */
  subKey(label: string): KeyObject;
}

/** The master keys this process knows. */
export interface KeyRing {
  /** What new data is written under. */
  readonly current: RingKey;
  /** Every key, current first. */
  readonly all: readonly RingKey[];
  /** @returns the key with this id, or undefined when the ring does not hold it */
  find(id: Uint8Array): RingKey | undefined;
}

function derive(masterKey: Uint8Array, label: string, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, SALT, label, length));
}

function createRingKey(masterKey: Uint8Array): RingKey {
  const known = new Map<string, KeyObject>();
  return {
    id: derive(masterKey, 'key-id', KEY_ID_BYTES),
    subKey: (label) => {
      const found = known.get(label);
      if (found) return found;
      const made = createSecretKey(derive(masterKey, `sub-key/${label}`, MASTER_KEY_BYTES));
      known.set(label, made);
      return made;
    },
  };
}

/**
 * Derives every key of the product from the master keys with HKDF-SHA256 (RFC 5869).
 * @param masterKeys 32 bytes each, the current one first; the older ones still read what was written under them
 * @throws when there is none, one has another length, or two share an id (then one of them has to be made anew)
 */
export function createKeyRing(masterKeys: readonly Uint8Array[]): KeyRing {
  if (masterKeys.some((key) => key.length !== MASTER_KEY_BYTES))
    throw new Error(`A master key has ${MASTER_KEY_BYTES} bytes.`);
  const all = masterKeys.map(createRingKey);
  const [current] = all;
  if (!current) throw new Error('A key ring holds at least one master key.');
  const byId = new Map(all.map((key) => [Buffer.from(key.id).toString('hex'), key]));
  if (byId.size !== all.length) throw new Error('Two master keys share a key id.');
  return { current, all, find: (id) => byId.get(Buffer.from(id).toString('hex')) };
}
