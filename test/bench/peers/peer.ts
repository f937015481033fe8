/** What is compared, each with CALLERS at once. */
export interface Peer {
  /** So many people ask for a code and type it; its delivery is not waited for. @returns milliseconds for all */
  readonly codeLogins: (count: number) => Promise<number>;
  /** So many links are made and redeemed. @returns milliseconds for all */
  readonly linkLogins: (count: number) => Promise<number>;
  /** One session is asked for so many times. @returns milliseconds for all */
  readonly sessionChecks: (count: number) => Promise<number>;
  readonly end: () => Promise<void>;
}
