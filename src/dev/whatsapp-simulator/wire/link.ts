import type { BinaryNode, proto } from '@whiskeysockets/baileys';
import type { Reply } from './reply.js';
import type { SignedPublicKey } from '../chats/signal-library.js';

/** One client's socket after its WebSocket opened. */
export interface Connection {
  /** Sends in the order of the calls, each after the simulated latency. */
  send(node: BinaryNode): void;
  /** Says why the stream ends; the client closes, or is closed after two seconds. */
  endStream(reason: StreamEnd): void;
  /** Refuses the login with a reason code; the socket ends as above. */
  refuseLogin(reason: number): void;
  /** Ends as if the network went away, with no word. */
  drop(): void;
  /** The device that logged in on it. */
  device: CompanionDevice | undefined;
  /** Set while the client waits to be paired. */
  registration: Registration | undefined;
}

export interface StreamEnd {
  readonly code?: string;
  /** `replaced`: another socket took over; `device_removed`: unlinked on the phone. */
  readonly conflict?: 'replaced' | 'device_removed';
}

/** A client that waits to be paired: it shows a QR, or asked for a code. */
export interface Registration {
  readonly clientKey: Buffer;
  readonly keys: proto.ClientPayload.IDevicePairingRegistrationData;
  /** What its QRs begin with, one after another. */
  readonly refs: readonly string[];
  /** Set when it asked for a pairing code. */
  codeRequest: { readonly number: string; readonly wrappedKey: Buffer } | undefined;
  readonly pairSign: Reply<BinaryNode>;
  codeFinish: Reply<BinaryNode>;
}

/** A device linked to an account by QR or code: here, the bot. */
export interface CompanionDevice {
  /** Digits of the number that owns it. */
  readonly number: string;
  readonly lid: string;
  readonly deviceId: number;
  readonly noiseKey: Buffer;
  readonly identityKey: Buffer;
  readonly registrationId: number;
  signedPreKey: SignedPublicKey;
  readonly preKeys: Map<number, Buffer>;
  /** What it was sent and has not acknowledged yet, oldest first; replayed when it logs in. */
  readonly pending: Map<string, PendingStanza>;
  connection: Connection | undefined;
}

export interface PendingStanza {
  readonly node: BinaryNode;
  /** A message sent again on request: the refusal of its first copy is still to come. */
  awaitsRefusal: boolean;
}
