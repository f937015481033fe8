import type { EndSession } from '#src/app/session/end-session.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import type { Random } from '#src/app/ports/random.js';
import type { ShortSeal } from '#src/app/ports/crypto/short-seal.js';
import type { Timers } from '#src/app/ports/timers.js';
import type { RefreshSession } from '#src/app/session/refresh-session.js';
import type { SessionGuard } from '#src/app/session/session-guard.js';
import type { StepUp } from '#src/app/proof/step-up.js';
import type { WebSettings } from '../settings.js';

/** What the middleware and the sessions of browsers use. */
export interface HttpDeps {
  readonly sessionGuard: SessionGuard;
  readonly refreshSession: RefreshSession;
  readonly endSession: EndSession;
  /** Whether a page may be shown that asks for a fresh proof first. */
  readonly stepUp: Pick<StepUp, 'isFresh'>;
  /** Whether an error only says that the database cannot serve at the moment. */
  readonly isUnavailable: (error: unknown) => boolean;
  readonly random: Pick<Random, 'id'>;
  readonly seal: ShortSeal;
  readonly timers: Pick<Timers, 'after'>;
  readonly log: EventLog;
  readonly settings: Pick<
    WebSettings,
    | 'publicUrl'
    | 'corsOrigins'
    | 'trustProxy'
    | 'dashboardUrl'
    | 'googleOrigin'
    | 'locale'
    | 'timeZone'
    | 'brand'
    | 'publicFolder'
  >;
}
