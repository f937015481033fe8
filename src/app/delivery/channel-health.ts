import { isHeld, nextHold, type Hold } from '#src/domain/hold.js';
import type { BoardStatus, ChannelBoard, ChannelStatus } from '../ports/channel.js';
import type { ChannelHolds, HoldKind } from '../ports/tables/channel-holds.js';
import type { Clock } from '../ports/clock.js';
import type { EventBus } from '../ports/event-bus.js';
import type { EventLog } from '../ports/event-log.js';
import type { Refusal } from '../ports/tables/outbox.js';

const LIMITS = {
  unsolicited: { firstMs: 10 * 60_000, longestMs: 24 * 60 * 60_000 },
  answers: { firstMs: 60_000, longestMs: 5 * 60_000 },
} as const;
/**
 * One person's privacy settings can make WhatsApp refuse every answer; refusals from three chats in a row are about the
 * number.
 */
const REFUSED_CHATS = 3;

/**
 * Puts the connection's state and the 463 breakers on the board that every instance reads. A 463 on a message to a
 * person who did not just write holds all such messages back: ten minutes at first, twice as long each time it happens
 * again within the hold's own length after it ended. A 463 on an answer says something about that chat alone; when the
 * second tries of three chats are refused, without an answer taken in between, answers are held: for a minute at first,
 * for five at most. Three phones that refuse all answers can cause that, so it holds back nothing else, and not for
 * long. The holds are stored, so that a restart does not forget them.
 */
export function createChannelHealth(deps: {
  readonly board: ChannelBoard;
  readonly holds: ChannelHolds;
  readonly bus: EventBus;
  readonly clock: Clock;
  readonly log: EventLog;
  readonly initial: ChannelStatus;
}) {
  const { board, bus, clock, log } = deps;
  const refusedChats = new Set<string>();
  let status = deps.initial;
  let holds: Readonly<Record<HoldKind, Hold | null>> = { unsolicited: null, answers: null };

  function holdsBack(kind: HoldKind): boolean {
    return isHeld(holds[kind], clock.now());
  }

  function snapshot(): BoardStatus {
    const heldUntil = holdsBack('unsolicited') ? (holds.unsolicited?.heldUntil ?? null) : null;
    return { ...status, heldUntil };
  }

  async function post(): Promise<void> {
    await board.post(snapshot());
    await bus.publish('channel.changed', {});
  }

  async function hold(kind: HoldKind): Promise<void> {
    if (holdsBack(kind)) return;
    const next = nextHold(holds[kind], { now: clock.now(), limits: LIMITS[kind] });
    holds = { ...holds, [kind]: next };
    log.warn(`channel.${kind}_held`, { failure: '463', holdMs: next.holdMs });
    try {
      await deps.holds.write(kind, next);
    } catch (error) {
      // It holds in this process all the same.
      log.error('channel.hold_not_stored', { error });
    }
    await post();
  }

  return {
    /** Messages to people who did not just write wait. */
    isHeld: () => holdsBack('unsolicited'),
    answersHeld: () => holdsBack('answers'),
    /** At each take-over of the number, before anything is sent. */
    async restore(): Promise<void> {
      holds = await deps.holds.read();
    },
    async onStatus(next: ChannelStatus): Promise<void> {
      if (next.state !== status.state || next.cause !== status.cause) {
        log.info('channel.state', { state: next.state, cause: next.cause });
      }
      status = next;
      await post();
    },
    /** WhatsApp refused a message with 463, its reach-out time-lock. */
    async onRefused({ solicited, again, chat }: Refusal): Promise<void> {
      if (!solicited) return hold('unsolicited');
      if (again) return;
      refusedChats.add(chat);
      if (refusedChats.size < REFUSED_CHATS) return;
      refusedChats.clear();
      await hold('answers');
    },
    /** WhatsApp has taken an answer: what it refused before was about single chats. */
    onAnswerTaken: () => refusedChats.clear(),
    /** Tells the board that this owner lives; the board forgets an owner that posts nothing. */
    beat: () => board.post(snapshot()),
  };
}
