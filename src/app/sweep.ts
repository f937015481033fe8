import { adminSessionBounds } from './admin-session.js';
import type { Clock } from './ports/clock.js';
import type { EventLog } from './ports/event-log.js';
import type { Store } from './ports/store.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * What is no longer needed goes (LGPD art. 6 III and 16): texts of sent messages after ten minutes
 * (a phone may still ask for one again), codes and links a day after they expired, message ids after
 * a week (WhatsApp does not deliver a message again after that), login requests and ways to Google an hour after they expired, ended
 * sessions after ninety days (they tell a known device from a new one), decoys of messages after an hour (strangers
 * make them), where a conversation stood after a day of silence (it may hold a CPF), claims that no admin settled after half a year.
 */
export function createSweep(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: EventLog;
  /** Deletes the accounts that are due. @returns how many */
  readonly eraseAccounts: () => Promise<number>;
}) {
  const { store, clock, log, eraseAccounts } = deps;
  return async function sweep(): Promise<void> {
    const now = clock.now().getTime();
    const ago = (ms: number): Date => new Date(now - ms);
    const swept = {
      accounts: await eraseAccounts(),
      challenges: await store.challenges.sweep(ago(DAY_MS)),
      loginLinks: await store.loginLinks.sweep(ago(DAY_MS)),
      loginRequests: await store.loginRequests.sweep(ago(HOUR_MS)),
      googleSignIns: await store.googleSignIns.sweep(ago(HOUR_MS)),
      pendingGoogleLinks: await store.pendingGoogleLinks.sweep(ago(HOUR_MS)),
      signingKeys: await store.signingKeys.sweep(ago(DAY_MS)),
      refreshTokens: await store.sessions.sweep({
        tokensBefore: ago(DAY_MS),
        sessionsBefore: ago(90 * DAY_MS),
      }),
      snapshots: await store.conversations.forgetSnapshots(ago(DAY_MS)),
      tries: await store.conversations.sweepTries(ago(DAY_MS)),
      numberChanges: await store.numberChanges.sweep(ago(DAY_MS)),
      claims: await store.claims.sweep(ago(180 * DAY_MS)),
      inbound: await store.inbox.sweep(ago(7 * DAY_MS)),
      outbox: await store.outbox.sweep({
        textBefore: ago(10 * MINUTE_MS),
        decoyBefore: ago(HOUR_MS),
        rowBefore: ago(30 * DAY_MS),
      }),
      adminSessions: await store.admins.sweep(adminSessionBounds(clock.now())),
    };
    log.info('sweep.done', swept);
  };
}
