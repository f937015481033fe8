import { RETENTION } from '#src/domain/retention.js';
import { KNOWN_BROWSER_LIFETIME_MS, REFRESH_TOKEN_LIFETIME_MS } from '#src/domain/session.js';
import { adminSessionBounds } from '../admin/sessions.js';
import type { Clock } from '../ports/clock.js';
import type { EventLog } from '../ports/event-log.js';
import type { Store } from '../ports/tables/store.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/**
 * After its end, for rows that a stranger can cause without an account (security case 68): a page may still ask for the
 * result.
 */
const STRANGERS_MS = 10 * MINUTE_MS;
/** After its end: a token tells which of its successors is a copy, and the last of them lives on for its own time. */
const TOKENS_MS = REFRESH_TOKEN_LIFETIME_MS + DAY_MS;

/**
 * Deletes what is no longer needed (LGPD art. 6 III and 16): texts of sent messages after ten minutes (a phone may
 * still ask for one again), codes and links a day after they expired, message ids after a week (WhatsApp does not
 * deliver a message again after that), login requests, Google sign-ins, codes and links without an account ten minutes
 * after they expired, ended sessions after ninety days (they tell a known device from a new one), decoys of messages
 * and of changes of number after ten minutes (strangers make them), the state of a conversation after a day of silence
 * (it may hold a CPF), and the whole of it where its number opens no account, claims that no admin settled after half a
 * year. Each step runs by itself: one that fails is logged and counted, and the others go on.
 */
export function createSweep(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: EventLog;
  /** Deletes the accounts that are due. @returns how many */
  readonly eraseAccounts: () => Promise<number>;
}) {
  const { store, clock, log } = deps;

  async function failed(step: SweepStep, error: unknown): Promise<void> {
    const failures = await store.sweepFaults.count(step, clock.now()).catch(() => null);
    log.error('sweep.step_failed', { step, failures, error });
  }

  return async function sweep(): Promise<void> {
    const swept: Partial<Record<SweepStep, number>> = {};
    const earlier = await store.sweepFaults.list();
    for (const [step, work] of stepsAt(clock.now(), deps)) {
      try {
        swept[step] = await work();
        if (earlier.some((fault) => fault.step === step)) await store.sweepFaults.clear(step);
      } catch (error) {
        await failed(step, error);
      }
    }
    log.info('sweep.done', swept);
  };
}

type SweepStep = ReturnType<typeof stepsAt>[number][0];

function stepsAt(
  now: Date,
  {
    store,
    eraseAccounts,
  }: { readonly store: Store; readonly eraseAccounts: () => Promise<number> },
) {
  const ago = (ms: number): Date => new Date(now.getTime() - ms);
  return [
    ['accounts', eraseAccounts],
    ['allowances', () => store.tryLimits.sweep(ago(DAY_MS))],
    ['knownBrowsers', () => store.knownBrowsers.sweep(ago(KNOWN_BROWSER_LIFETIME_MS))],
    ['challenges', () => store.challenges.sweep(ago(RETENTION.expiredProofMs), ago(STRANGERS_MS))],
    ['loginLinks', () => store.loginLinks.sweep(ago(RETENTION.expiredProofMs), ago(STRANGERS_MS))],
    ['loginRequests', () => store.loginRequests.sweep(ago(STRANGERS_MS))],
    ['googleSignIns', () => store.googleSignIns.sweep(ago(STRANGERS_MS))],
    ['pendingGoogleLinks', () => store.pendingGoogleLinks.sweep(ago(STRANGERS_MS))],
    ['signingKeys', () => store.signingKeys.sweep(ago(DAY_MS))],
    [
      'refreshTokens',
      () =>
        store.sessions.sweep({
          tokensBefore: ago(TOKENS_MS),
          sessionsBefore: ago(RETENTION.endedSessionMs),
        }),
    ],
    ['snapshots', () => store.conversations.forgetSilent(ago(RETENTION.silentChatMs))],
    ['tries', () => store.conversations.sweepTries(ago(DAY_MS))],
    [
      'numberChanges',
      () => store.numberChanges.sweep({ before: ago(DAY_MS), decoysBefore: ago(STRANGERS_MS) }),
    ],
    ['numberWaits', () => store.numberWaits.sweep(ago(RETENTION.numberWaitMs))],
    ['claims', () => store.claims.sweep(ago(RETENTION.claimMs))],
    ['ownerNotices', () => store.ownerNotices.sweep(ago(DAY_MS))],
    ['inbound', () => store.inbox.sweep(ago(RETENTION.receivedIdMs))],
    [
      'outbox',
      () =>
        store.outbox.sweep({
          textBefore: ago(RETENTION.sentTextMs),
          decoyBefore: ago(STRANGERS_MS),
          now,
          rowBefore: ago(RETENTION.sentMessageMs),
        }),
    ],
    ['adminSessions', () => store.admins.sweep(adminSessionBounds(now))],
  ] as const;
}
