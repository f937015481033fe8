/** Faults that last until they are switched off. */
export interface Faults {
  /** The server is out of reach: sockets are cut and new ones are refused. */
  offline: boolean;
  /** What the bot sends is lost without an error: a network that is gone while the socket still looks open. */
  deaf: boolean;
  /** Every stanza to the bot is held back this long, in milliseconds; so is the server's part of the handshake. */
  latencyMs: number;
  /** Messages from the bot are refused with 463: all of them, or those to phones that never wrote. */
  nack463: boolean | 'strangers';
  /** For each of these phones, how many of the bot's next messages are refused with 463. */
  nack463Of: Record<string, number>;
  /** Linking a device ends in a demand for a passkey. */
  passkey: boolean;
  /** Requests for pairing codes are answered with an error. */
  refuseCodes: boolean;
  /** Logins fail with this reason, 403 for a banned number, 405 for an outdated client. */
  loginFailure: 401 | 403 | 405 | 500 | 503 | null;
  /** How many of the phones' messages are delivered twice, 0 to 1. */
  duplicate: number;
  /** Messages of different phones overtake each other. */
  shuffle: boolean;
}

export function createFaults(): Faults {
  return {
    ...{ offline: false, deaf: false, latencyMs: 0, nack463: false, loginFailure: null },
    nack463Of: {},
    ...{ passkey: false, refuseCodes: false },
    ...{ duplicate: 0, shuffle: false },
  };
}
