const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** How long after its use each kind of data is kept, in milliseconds (LGPD art. 6 III and 16); the privacy notice says it. */
export const RETENTION = {
  /** The text of a sent message: a phone may ask for it again. */
  sentTextMs: 10 * MINUTE_MS,
  /** That a message was sent, to whom and when, without its text. */
  sentMessageMs: 30 * DAY_MS,
  /** The id of a message that came in: WhatsApp does not deliver it again after that. */
  receivedIdMs: 7 * DAY_MS,
  /** A silent conversation's state: it may hold a CPF. */
  silentChatMs: DAY_MS,
  /** Codes and links after their end. */
  expiredProofMs: DAY_MS,
  /** An ended session: it tells a known device from a new one. */
  endedSessionMs: 90 * DAY_MS,
  /** A wait of another WhatsApp account with an account's number. */
  numberWaitMs: 30 * DAY_MS,
  /** A claim that no admin settled. */
  claimMs: 180 * DAY_MS,
} as const;
