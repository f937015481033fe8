import {
  ProtocolAddress,
  SessionBuilder,
  SessionCipher,
  SessionRecord,
  type SignalStorage,
} from 'libsignal';
import { withTypeByte, type KeyPair } from '../wire/keys.js';

/* The one place that knows libsignal: typed, and silent. */

/** A session as JSON, the form in which libsignal stores it. */
export type SessionSnapshot = Readonly<Record<string, unknown>>;

/** One side of Signal sessions: its keys and what it keeps. Public keys are raw, 32 bytes. */
export interface SignalOwner {
  readonly registrationId: number;
  readonly identity: KeyPair;
  readonly signedPreKey: KeyPair;
  readonly preKeys: Map<number, KeyPair>;
  readonly sessions: Map<string, SessionSnapshot>;
}

/** What a peer publishes so that others can start a session with it. */
export interface PreKeyBundle {
  readonly registrationId: number;
  readonly identityKey: Buffer;
  readonly signedPreKey: SignedPublicKey;
  readonly preKey?: { readonly keyId: number; readonly publicKey: Buffer } | undefined;
}

export interface SignedPublicKey {
  readonly keyId: number;
  readonly publicKey: Buffer;
  readonly signature: Buffer;
}

export interface PeerAddress {
  readonly name: string;
  readonly device: number;
}

export interface Ciphertext {
  readonly type: 'msg' | 'pkmsg';
  readonly body: Buffer;
}

const PRE_KEY_MESSAGE = 3;

/** The key under which sessions with `peer` are kept. */
export function sessionKey(peer: PeerAddress): string {
  return new ProtocolAddress(peer.name, peer.device).toString();
}

/** Starts a new session from the peer's bundle; one that was open is closed, and still decrypts. */
export async function startSession(
  owner: SignalOwner,
  peer: PeerAddress,
  bundle: PreKeyBundle,
): Promise<void> {
  const { registrationId, identityKey, signedPreKey, preKey } = bundle;
  const session = {
    registrationId,
    identityKey: withTypeByte(identityKey),
    signedPreKey: { ...signedPreKey, publicKey: withTypeByte(signedPreKey.publicKey) },
    preKey: preKey && { keyId: preKey.keyId, publicKey: withTypeByte(preKey.publicKey) },
  };
  // libsignal's types demand a one-time key; the protocol and its code do not.
  await builder(owner, peer).initOutgoing(session as Parameters<SessionBuilder['initOutgoing']>[0]);
}

/** Encrypts for a peer a session is open with. */
export async function encryptFor(
  owner: SignalOwner,
  peer: PeerAddress,
  plaintext: Buffer,
): Promise<Ciphertext> {
  const { type, body } = await cipher(owner, peer).encrypt(plaintext);
  // Typed as a binary string; version 6 hands out a Buffer.
  const encoded = Buffer.from(body, 'binary');
  return { type: type === PRE_KEY_MESSAGE ? 'pkmsg' : 'msg', body: encoded };
}

/** Decrypts and moves the session on; rejects when the message is damaged, repeated or for other keys. */
export async function decryptFrom(
  owner: SignalOwner,
  peer: PeerAddress,
  { type, body }: Ciphertext,
): Promise<Buffer> {
  return type === 'pkmsg'
    ? cipher(owner, peer).decryptPreKeyWhisperMessage(body)
    : cipher(owner, peer).decryptWhisperMessage(body);
}

function builder(owner: SignalOwner, peer: PeerAddress): SessionBuilder {
  return new SessionBuilder(storageOf(owner), new ProtocolAddress(peer.name, peer.device));
}

function cipher(owner: SignalOwner, peer: PeerAddress): SessionCipher {
  return new SessionCipher(storageOf(owner), new ProtocolAddress(peer.name, peer.device));
}

function storageOf(owner: SignalOwner): SignalStorage {
  return {
    loadSession: (id) => Promise.resolve(restore(owner.sessions.get(id))),
    storeSession: (id, record) => {
      owner.sessions.set(id, snapshot(record));
      return Promise.resolve();
    },
    isTrustedIdentity: () => true,
    loadPreKey: (id) => Promise.resolve(libraryPair(owner.preKeys.get(Number(id)))),
    removePreKey: (id) => void owner.preKeys.delete(id),
    loadSignedPreKey: () => libraryPair(owner.signedPreKey),
    getOurRegistrationId: () => owner.registrationId,
    getOurIdentity: () => libraryPair(owner.identity),
  };
}

interface LibraryPair {
  privKey: Buffer;
  pubKey: Buffer;
}

function libraryPair(pair: KeyPair): LibraryPair;
function libraryPair(pair: KeyPair | undefined): LibraryPair | undefined;
function libraryPair(pair: KeyPair | undefined): LibraryPair | undefined {
  return pair && { privKey: pair.privateKey, pubKey: withTypeByte(pair.publicKey) };
}

/* libsignal's types call a stored session bytes; it is a plain object. */
function restore(stored: SessionSnapshot | undefined): SessionRecord | undefined {
  return stored && SessionRecord.deserialize(stored as unknown as Uint8Array);
}

function snapshot(record: SessionRecord): SessionSnapshot {
  dropOldSessions(record as unknown as RecordInternals, CLOSED_SESSIONS_KEPT);
  // Through JSON, because parts of what serialize() gives are shared with the live record.
  return JSON.parse(JSON.stringify(record.serialize())) as SessionSnapshot;
}

interface Session {
  readonly constructor: { deserialize(data: unknown): object };
  serialize(): unknown;
  readonly indexInfo: { closed: number; used: number; readonly remoteIdentityKey: Buffer };
}

interface RecordInternals {
  sessions: Record<string, Session>;
  closeSession(session: Session): void;
  openSession(session: Session): void;
  removeOldSessions(): void;
  getOpenSession(): Session | undefined;
  getSession(baseKey: Buffer): Session | undefined;
}

interface BuilderInternals {
  initIncoming: (
    this: BuilderInternals,
    record: RecordInternals,
    message: { baseKey: Buffer },
  ) => Promise<unknown>;
}

interface CipherInternals {
  decryptWithSessions(data: Buffer, sessions: Session[]): Promise<unknown>;
  doDecryptWhisperMessage(data: Buffer, session: Session): Promise<Buffer>;
}

const OPEN = -1;
/** libsignal's own limit, and the smaller one that keeps a thousand phones light. */
const CLOSED_SESSIONS_MAX = 40;
const CLOSED_SESSIONS_KEPT = 5;
let silenced = false;

/**
 * libsignal prints whole sessions, private keys included, with console.info. Replaces the methods that
 * print by ones that do the same in silence.
 */
export function silenceSignalLibrary(): void {
  if (silenced) return;
  silenced = true;
  silenceRecords(SessionRecord.prototype as unknown as RecordInternals);
  silenceBuilder(SessionBuilder.prototype as unknown as BuilderInternals);
  silenceCipher(SessionCipher.prototype as unknown as CipherInternals);
}

function silenceRecords(records: RecordInternals): void {
  records.closeSession = (session) => {
    if (session.indexInfo.closed === OPEN) session.indexInfo.closed = Date.now();
  };
  records.openSession = (session) => {
    session.indexInfo.closed = OPEN;
  };
  records.removeOldSessions = function (this: RecordInternals) {
    dropOldSessions(this, CLOSED_SESSIONS_MAX);
  };
}

function dropOldSessions(record: RecordInternals, kept: number): void {
  const closed = Object.entries(record.sessions)
    .filter(([, session]) => session.indexInfo.closed !== OPEN)
    .sort(([, a], [, b]) => b.indexInfo.closed - a.indexInfo.closed);
  if (closed.length <= kept) return;
  const old = new Set(closed.slice(kept).map(([key]) => key));
  record.sessions = Object.fromEntries(
    Object.entries(record.sessions).filter(([key]) => !old.has(key)),
  );
}

/** Closes the open session before libsignal would, so that it finds nothing to warn about. */
function silenceBuilder(builders: BuilderInternals): void {
  const { initIncoming } = builders;
  builders.initIncoming = function (this: BuilderInternals, record, message) {
    const open = record.getOpenSession();
    if (open && !record.getSession(message.baseKey)) record.closeSession(open);
    return initIncoming.call(this, record, message);
  };
}

function silenceCipher(ciphers: CipherInternals): void {
  ciphers.decryptWithSessions = async function (this: CipherInternals, data, sessions) {
    let lastFailure: unknown;
    for (const session of sessions) {
      const before = session.serialize();
      try {
        const plaintext = await this.doDecryptWhisperMessage(data, session);
        session.indexInfo.used = Date.now();
        // Shown to the caller as open, so that it does not print that the session is closed.
        const shown = { indexInfo: { ...session.indexInfo, closed: OPEN } };
        return { session: shown, plaintext };
      } catch (failure) {
        lastFailure = failure;
        // A failed trial has moved this session's ratchet, and the record is stored when another one fits.
        Object.assign(session, session.constructor.deserialize(before));
      }
    }
    throw new Error('No matching sessions found for message', { cause: lastFailure });
  };
}
