import type { BoardStatus, ChannelBoard, ChannelStatus, Receipt } from './ports/channel.js';
import type { Clock } from './ports/clock.js';
import type { EventBus } from './ports/event-bus.js';
import type { EventLog } from './ports/event-log.js';

/** WhatsApp's reach-out time-lock: this number may not write to people who do not write to it. */
const REACH_OUT_TIME_LOCK = '463';
const FIRST_HOLD_MS = 10 * 60_000;
const LONGEST_HOLD_MS = 24 * 60 * 60_000;

/**
 * Puts the connection's state and the 463 breaker on the board that every instance reads. After a
 * 463 nobody is written to who did not just write: ten minutes at first, twice as long each time it
 * happens again within the hold's own length after it ended.
 */
export function createChannelHealth(deps: {
  readonly board: ChannelBoard;
  readonly bus: EventBus;
  readonly clock: Clock;
  readonly log: EventLog;
  readonly initial: ChannelStatus;
}) {
  const { board, bus, clock, log } = deps;
  let status = deps.initial;
  let heldUntil: Date | null = null;
  let holdMs = FIRST_HOLD_MS;

  function isHeld(): boolean {
    return heldUntil !== null && clock.now() < heldUntil;
  }

  function snapshot(): BoardStatus {
    return { ...status, heldUntil: isHeld() ? heldUntil : null };
  }

  async function post(): Promise<void> {
    await board.post(snapshot());
    await bus.publish('channel.changed', {});
  }

  function hold(): void {
    const now = clock.now();
    if (isHeld()) return;
    const isRelapse = heldUntil !== null && now.getTime() - heldUntil.getTime() < holdMs;
    holdMs = isRelapse ? Math.min(holdMs * 2, LONGEST_HOLD_MS) : FIRST_HOLD_MS;
    heldUntil = new Date(now.getTime() + holdMs);
    log.warn('channel.unsolicited_held', { failure: REACH_OUT_TIME_LOCK, holdMs });
  }

  return {
    isHeld,
    async onStatus(next: ChannelStatus): Promise<void> {
      if (next.state !== status.state || next.cause !== status.cause) {
        log.info('channel.state', { state: next.state, cause: next.cause });
      }
      status = next;
      await post();
    },
    async onReceipt(receipt: Receipt): Promise<void> {
      if (receipt.status !== 'failed' || receipt.failure !== REACH_OUT_TIME_LOCK) return;
      hold();
      await post();
    },
    /** Says again that this owner lives; the board forgets one who is silent. */
    beat: () => board.post(snapshot()),
  };
}
