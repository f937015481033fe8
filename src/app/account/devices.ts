import { sessionsRevoked } from '../session/sessions-revoked.js';
import { endEverySession } from './end-every-session.js';
import type { SignInMethodName } from '#src/domain/sign-in-method.js';
import type { AccessClaims } from '../ports/crypto/access-tokens.js';
import type { Clock } from '../ports/clock.js';
import type { Store } from '../ports/tables/store.js';

export interface OwnSession {
  readonly id: string;
  /** How it was signed in. */
  readonly method: SignInMethodName;
  /** Names from closed lists, or null when the browser did not say. */
  readonly browser: string | null;
  readonly system: string | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  /** It is the one that asks. */
  readonly current: boolean;
}

export type OwnSessions = ReturnType<typeof createOwnSessions>;

/** The devices of who is signed in. Ending one needs no fresh proof: it takes away and gives nothing. */
export function createOwnSessions(deps: { readonly store: Store; readonly clock: Clock }) {
  const { store, clock } = deps;
  return {
    /** Those that can still be refreshed, newest first. */
    async list({ accountId, sessionId }: AccessClaims): Promise<readonly OwnSession[]> {
      const active = await store.sessions.listActive(accountId, clock.now());
      return active.map(({ id, method, browser, system, createdAt, lastSeenAt }) => ({
        ...{ id, method, browser, system, createdAt, lastSeenAt },
        current: id === sessionId,
      }));
    },
    /** @returns false when the account has no such session that lives */
    async end({ accountId }: AccessClaims, id: string): Promise<boolean> {
      return store.transaction(async (tx) => {
        const session = await tx.sessions.find(id);
        if (session?.accountId !== accountId) return false;
        if (!(await tx.sessions.revoke(id, 'signed_out', clock.now()))) return false;
        sessionsRevoked(tx, accountId, [id]);
        return true;
      });
    },
    /** Every one, this one included, and whatever else is on its way in (security case 32). @returns how many */
    async endAll({ accountId }: AccessClaims): Promise<number> {
      const now = clock.now();
      return store.transaction((tx) => endEverySession({ tx, now }, accountId));
    },
  };
}
