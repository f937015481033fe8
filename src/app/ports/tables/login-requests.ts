import type { Jid } from '#src/domain/jid.js';
import type { LoginRequestStanding, RequestCode } from '#src/domain/login-request.js';

/** A page that waits for an approval in a chat (RFC 10027, cross-device flow). */
export interface LoginRequest extends LoginRequestStanding {
  readonly id: string;
  /** Names from closed lists, or null. */
  readonly browser: string | null;
  readonly system: string | null;
  /** The two digits on the screen. */
  readonly number: number;
  /** A path of this site, or null for the default page. */
  readonly next: string | null;
  /** Who approved it. */
  readonly accountId: string | null;
  readonly createdAt: Date;
  readonly consumedAt: Date | null;
}

export interface LoginRequests {
  create(request: {
    readonly id: string;
    readonly code: RequestCode;
    readonly bindingDigest: Uint8Array;
    readonly browser: string | null;
    readonly system: string | null;
    readonly number: number;
    readonly next: string | null;
    readonly expiresAt: Date;
    readonly now: Date;
  }): Promise<void>;
  /** The request, in the browser that asked; null in any other. */
  find(id: string, bindingDigest: Uint8Array): Promise<LoginRequest | null>;
  /** The states of many requests, each as `find` would tell, in the order asked; one statement. */
  standings(
    asked: readonly { readonly id: string; readonly bindingDigest: Uint8Array }[],
  ): Promise<readonly (LoginRequestStanding | null)[]>;
  /**
   * Gives a pending request to the chat that sent its code. The first chat keeps it; a chat has one at a time, so that
   * earlier ones are ended.
   * @returns null when there is none, it has ended, or another chat has it
   */
  claim(input: {
    readonly code: RequestCode;
    readonly chat: Jid;
    readonly now: Date;
  }): Promise<LoginRequest | null>;
  /**
   * Takes the chat's one try: the right number approves the request for the account, any other
   * denies it. One guarded statement decides.
   * @returns the request as it is now, or null when the chat has none that is pending
   */
  answer(input: {
    readonly chat: Jid;
    readonly accountId: string;
    readonly number: number;
    readonly now: Date;
    /** An approved request can be completed until then, at least. */
    readonly completeUntil: Date;
  }): Promise<LoginRequest | null>;
  /** @returns the id of the chat's pending request, which is denied now, or null */
  deny(chat: Jid, now: Date): Promise<string | null>;
  /** Consumes an approved request, once, in the browser that asked. @returns null when it is not open */
  consume(input: {
    readonly id: string;
    readonly bindingDigest: Uint8Array;
    readonly now: Date;
  }): Promise<LoginRequest | null>;
  /** Denies the requests that the account has approved and that are not completed yet. @returns the ids */
  denyApproved(accountId: string, now: Date): Promise<readonly string[]>;
  /** Deletes requests that expired before `before`. @returns how many */
  sweep(before: Date): Promise<number>;
}

/** What only a transaction offers: it hands an account over or erases it. */
export interface LoginRequestsInTx extends LoginRequests {
  /** Deletes the requests that these chats hold. */
  erase(chats: readonly Jid[]): Promise<void>;
}
