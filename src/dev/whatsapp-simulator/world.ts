import type { CertificateAuthority } from './certificate-authority.js';
import type { DeviceRegistry } from './companion-device.js';
import type { Disorder } from './disorder.js';
import type { EventHub } from './events.js';
import type { Insights } from './insights.js';
import type { Connection } from './link.js';
import type { PhoneDirectory } from './phone-directory.js';

/** Everything the simulator knows. */
export interface World {
  readonly authority: CertificateAuthority;
  readonly phones: PhoneDirectory;
  readonly devices: DeviceRegistry;
  readonly connections: Set<Connection>;
  readonly events: EventHub;
  readonly insights: Insights;
  readonly faults: Faults;
  /** The way of the phones' messages to the bot. */
  readonly disorder: Disorder;
  readonly stats: Stats;
  /** The number whose linked devices the phones write to: the one paired last. */
  botNumber: string | undefined;
  /** To be called after every change that a restart should remember. */
  changed: () => void;
  /** Reports what should not happen. */
  readonly failed: (error: unknown) => void;
}

/** Faults that last until they are switched off. */
export interface Faults {
  /** The server is out of reach: sockets are cut and new ones are refused. */
  offline: boolean;
  /** Every stanza to the bot is held back this long, in milliseconds. */
  latencyMs: number;
  /** Messages from the bot are refused with 463: all of them, or those to phones that never wrote. */
  nack463: boolean | 'strangers';
  /** Logins fail with this reason, 403 for a banned number, 405 for an outdated client. */
  loginFailure: 401 | 403 | 405 | 500 | 503 | null;
  /** How many of the phones' messages are delivered twice, 0 to 1. */
  duplicate: number;
  /** Messages of different phones overtake each other. */
  shuffle: boolean;
}

export interface Stats {
  stanzas: number;
  logins: number;
  /** Messages that phones sent and the server took. */
  messagesFromPhones: number;
  /** Messages of phones that were delivered once more although nobody had asked. */
  redeliveries: number;
  /** Messages from the bot that a phone decrypted and showed. */
  messagesFromBot: number;
  /** Messages from the bot that a phone had already shown. */
  duplicates: number;
  /** Messages from the bot a phone could not decrypt. */
  undecryptable: number;
  /** Messages the bot could not decrypt and asked for again. */
  retriesFromBot: number;
  /** Messages from the bot refused with error 463. */
  refused463: number;
  /** Messages from the bot to numbers without an account. */
  unknownRecipients: number;
  /** Queries by namespace and first child. */
  readonly queries: Record<string, number>;
}

export function createStats(): Stats {
  return {
    stanzas: 0,
    logins: 0,
    messagesFromPhones: 0,
    redeliveries: 0,
    messagesFromBot: 0,
    duplicates: 0,
    undecryptable: 0,
    retriesFromBot: 0,
    refused463: 0,
    unknownRecipients: 0,
    queries: {},
  };
}
