import type { SignalDataSet } from '@whiskeysockets/baileys';

/** What a write of Signal keys says about the identities of the contacts. */
interface IdentityReading {
  /** Signal addresses whose identity key is another one than before. */
  readonly changed: readonly string[];
  /** Identity keys seen in sessions that the library has not noted itself. */
  readonly learned: Readonly<Record<string, Uint8Array>>;
}

/**
 * Compares the identity keys in a write with the known ones. A new key means a reinstall, a swapped SIM card or a
 * recycled number; the library accepts it in silence. It notes keys of incoming pre-key messages only, so the remote
 * key inside each open session is looked at too: a session that the bot itself opened to the new phone shows there.
 * @param known the last known key of an address or of the same person's other address, in base64
 */
export function readIdentities(
  data: SignalDataSet,
  known: (address: string) => string | null,
): IdentityReading {
  const changed = new Set<string>();
  const learned: Record<string, Uint8Array> = {};
  const noted = data['identity-key'] ?? {};
  for (const [address, key] of Object.entries(noted)) {
    if (key && isOther(known(address), base64(key))) changed.add(address);
  }
  for (const [address, record] of Object.entries(data.session ?? {})) {
    if (noted[address] || !record) continue;
    const key = remoteIdentity(record);
    if (!key || known(address) === key) continue;
    learned[address] = Buffer.from(key, 'base64');
    if (isOther(known(address), key)) changed.add(address);
  }
  return { changed: [...changed], learned };
}

/** The user part of a Signal address: `123.0` is a number's phone, `123_1.0` a LID's (Baileys' WAJIDDomains). */
export function readAddress(address: string): { readonly user: string; readonly isLid: boolean } {
  const [user = '', domain = '0'] = (address.split('.')[0] ?? '').split('_');
  return { user, isLid: domain === '1' };
}

function isOther(known: string | null, key: string): boolean {
  return known !== null && known !== key;
}

function base64(key: Uint8Array): string {
  return Buffer.from(key).toString('base64');
}

/** A serialized `SessionRecord` of libsignal: closed sessions carry the time they were closed. */
interface SessionShape {
  readonly _sessions?: Readonly<
    Record<
      string,
      { readonly indexInfo?: { readonly closed?: number; readonly remoteIdentityKey?: string } }
    >
  >;
}

function remoteIdentity(record: unknown): string | null {
  const sessions = Object.values((record as SessionShape)._sessions ?? {});
  const open = sessions.find((session) => session.indexInfo?.closed === -1);
  return open?.indexInfo?.remoteIdentityKey ?? null;
}
