import type { ChallengePurpose } from '#src/domain/challenge.js';
import type { LinkPurpose } from '#src/domain/login-link.js';
import type { CredentialName, SignInMethodName } from '#src/domain/sign-in-method.js';
import type { Account } from '../ports/tables/accounts.js';
import type { ErasedPerson } from '../ports/tables/erasure.js';
import type { Tables, Tx } from '../ports/tables/store.js';

/** A way in. Each one implements this in `method.ts` of its folder; `methods.ts` lists them. */
export interface SignInMethod {
  readonly name: SignInMethodName;
  /** What the account has to have for it. */
  readonly credential: Credential;
  /**
   * How a signed-in person proves with it once more who they are (ASVS 5.0 §7.5.1): `typed` into a page of this site
   * (`stepUp.byProof`), by a `redirect` to another site and back, or not at all.
   */
  readonly stepUp: 'typed' | 'redirect' | null;
  /** What codes and links are asked for by it. */
  readonly purposes: {
    readonly codes: Readonly<Partial<Record<ChallengePurpose, CodeAskedBy>>>;
    readonly links: readonly LinkPurpose[];
  };
  /**
   * Ends what was begun with it and has not become a session yet (security case 32). In the transaction of the act.
   * @returns how much ended
   */
  revoke(tx: Tx, act: Revocation): Promise<number>;
  /** The account goes to another person: deletes what the one before had of it (security case 38). In that transaction. */
  handOver(tx: Tx, act: AccountAt): Promise<void>;
  /**
   * Deletes what names the person and does not go with the account's row by its foreign keys (LGPD art. 18 VI). In the
   * transaction of the erasure, while the account's row is still there.
   */
  erase(tx: Tx, person: ErasedPerson): Promise<void>;
}

/**
 * Who may ask for a code: a browser in which a CPF was typed (`tax_id`), the same once Google has led it here with a
 * Google account that is not linked yet (`pending_link`, security case 40), or a browser that is signed in, for its own
 * account only (`session`).
 */
export type CodeAskedBy = 'tax_id' | 'pending_link' | 'session';

export interface AccountAt {
  readonly accountId: string;
  readonly now: Date;
}

export interface Revocation extends AccountAt {
  /** The session that goes on, and with it what it has begun; null: none does. */
  readonly keeps: { readonly sessionId: string } | null;
}

/** For a member of a method that has nothing to do there. The reason is written beside each. */
export function nothing(): Promise<void> {
  return Promise.resolve();
}

/** The same for `revoke`. */
export function nothingRevoked(): Promise<number> {
  return Promise.resolve(0);
}

/** What a person has that opens the account: a number, a password, a Google account. */
export interface Credential {
  readonly name: CredentialName;
  /** What `/account` and `/api/auth/me` show of it, as data: the words are in `web-link/words`. */
  show(tables: Tables, accountId: string): Promise<readonly ShownCredential[]>;
  /** What an admin sees of it: numbers that identify no person. */
  count(tables: Tables, accountId: string): Promise<readonly CredentialCount[]>;
  /** What the person takes along of it (LGPD art. 18 II and V). */
  export(tables: Tables, account: Account): Promise<ExportedPart>;
  /**
   * The owner's BLOQUEAR takes it away until it is set anew (security case 57); null: it stays. In that transaction.
   * @returns whether there was one
   */
  readonly close: ((tx: Tx, act: AccountAt) => Promise<boolean>) | null;
}

export interface ShownCredential {
  /** Safe to show: a masked number or address, dots for a password. */
  readonly label: string;
  /** When it became a way in. */
  readonly addedAt: Date;
  /** When another device or WhatsApp account last took the place of the one before it, or null. */
  readonly renewedAt: Date | null;
}

export interface CredentialCount {
  /** `google_kept`: unlinked, and kept for this account until it is released. */
  readonly what: CredentialName | 'google_kept';
  readonly count: number;
  /** Whether it counts as a way in: the account can be entered with it now. */
  readonly opens: boolean;
}

type ExportedValue = string | number | null;

/** Times are ISO 8601 in UTC. */
export interface ExportedPart {
  /** Members of the export's `account`. */
  readonly account: Readonly<Record<string, ExportedValue>>;
  /** Members of the export itself, each a list. */
  readonly lists: Readonly<Record<string, readonly Readonly<Record<string, ExportedValue>>[]>>;
}

/** A moment as the export writes it. */
export function exportedTime(at: Date | null): string | null {
  return at === null ? null : at.toISOString();
}
