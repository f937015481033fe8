/** What a stanza of WhatsApp says about a pairing under way. */
export type PairingSign =
  /** It wants a passkey. The library knows nothing of it: QR and code hang. */
  | 'passkey_demanded'
  /** The phone has scanned the QR or taken the code. */
  | 'begun'
  | 'code_accepted'
  | 'code_refused';

interface Stanza {
  readonly tag: string;
  readonly attrs: Readonly<Record<string, string | undefined>>;
  readonly content?: unknown;
}

const CODE = 'link_code_companion_reg';

/**
 * Reads the stanzas that come before a device is linked. An error there is the answer to the request for a code:
 * nothing else is asked but pings, which are not answered with errors.
 * @returns null for everything else
 * @see https://github.com/WhiskeySockets/Baileys/issues/2672
 */
export function readPairingSign(frame: unknown): PairingSign | null {
  if (!isStanza(frame)) return null;
  const { tag, attrs } = frame;
  if (tag === 'notification') {
    if (attrs['type'] === 'passkey_prologue_request') return 'passkey_demanded';
    return attrs['type'] === CODE ? 'begun' : null;
  }
  if (tag !== 'iq') return null;
  if (attrs['type'] === 'error') return 'code_refused';
  if (attrs['type'] === 'result') return hasChild(frame, CODE) ? 'code_accepted' : null;
  return hasChild(frame, 'pair-success') ? 'begun' : null;
}

function isStanza(frame: unknown): frame is Stanza {
  return typeof frame === 'object' && frame !== null && 'tag' in frame && 'attrs' in frame;
}

function hasChild({ content }: Stanza, tag: string): boolean {
  return Array.isArray(content) && content.some((child) => isStanza(child) && child.tag === tag);
}
