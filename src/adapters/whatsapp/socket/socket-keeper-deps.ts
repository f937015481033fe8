import type { Clock } from '#src/app/ports/clock.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import type { RecentText } from '#src/app/ports/tables/outbox.js';

import type { MessageIntake } from '../messages/message-intake.js';
import type { OrderedCommits } from '../signal/ordered-commits.js';
import type { RecentTextRequest } from '../messages/recent-text.js';
import type { ServerClock } from './server-clock.js';
import type { SignalKeyMemory } from '../signal/signal-key-memory.js';
import type { SocketAddress } from './socket-address.js';
import type { StatusBoard } from './status-board.js';

/** What the keeper of the socket works with. */
export interface SocketKeeperDeps {
  readonly address: SocketAddress;
  /** Whether this process still owns the number; rejects when the database cannot tell. */
  readonly isOurs: () => Promise<boolean>;
  /** It does not: nothing more may leave. */
  readonly onFenced: () => void;
  readonly memory: SignalKeyMemory;
  readonly commits: OrderedCommits;
  readonly intake: MessageIntake;
  readonly status: StatusBoard;
  readonly clock: Clock;
  readonly serverClock: ServerClock;
  readonly log: EventLog;
  /** A number from 0 up to 1. */
  readonly random: () => number;
  readonly recentText: (request: RecentTextRequest) => Promise<RecentText | null>;
  /** Rounds of QR codes without a scan after which pairing waits to be asked for. */
  readonly unwatchedRounds: number;
  readonly qrLifeMs: number | undefined;
}
