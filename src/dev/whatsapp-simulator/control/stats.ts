/** What happened since the start, as `GET /state` tells it. */
export interface Stats {
  stanzas: number;
  logins: number;
  /** Messages that phones sent and the server took. */
  messagesFromPhones: number;
  /** Messages of phones that were delivered once more without a request. */
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
