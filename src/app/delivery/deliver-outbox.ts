import type { Jid } from '#src/domain/jid.js';
import type { AnswerLanes } from './answer-lanes.js';
import { createReceiptGroups } from './gather-receipts.js';
import type { MessageChannel, Receipt } from '../ports/channel.js';
import type { Clock } from '../ports/clock.js';
import type { EventBus } from '../ports/event-bus.js';
import type { EventLog } from '../ports/event-log.js';
import type { MessageGroup, OutboxItem, Refusal } from '../ports/tables/outbox.js';
import type { Store } from '../ports/tables/store.js';
import type { Timers } from '../ports/timers.js';

/**
 * How many chats are sent to at once, each in a lane of its own, so that one that is stuck does not delay the others.
 */
const LANES = 32;
/** Longer than any send takes: the library asks about a recipient for a minute, and an answer is awaited for 75 s. */
const CLAIM_MS = 150_000;
/**
 * An answer's claim from inside its turn. Short: where a COMMIT succeeds and its answer is lost, nobody knows of the
 * claim, and the message is looked for after it. What is being sent by then is known by its lane.
 */
const ANSWER_CLAIM_MS = 10_000;
const POLL_MS = 1_000;
const EXPIRE_EVERY_MS = 15_000;
const FIRST_RETRY_MS = 1_000;
/** WhatsApp's reach-out time-lock, or a privacy token that is missing: the library fetches it meanwhile. */
const REFUSED = '463';
const TOKEN_MS = 3_000;
const LONGEST_RETRY_MS = 30_000;

/**
 * Sends what waits in the outbox, in order within each chat. What cannot be sent while WhatsApp is
 * out of reach is tried again until it expires; what WhatsApp refuses is never tried again, because
 * repeating error 463 is what gets a number banned. An answer that is refused with 463 is: once, after
 * the library has fetched the token that WhatsApp may have missed. Decoys go the same way up to the channel.
 */
export function createOutboxDelivery(deps: {
  readonly store: Store;
  readonly channel: MessageChannel;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly bus: EventBus;
  readonly log: EventLog;
  /** Names this process in its claims. */
  readonly worker: string;
  /** True while people who did not just write must not be written to. */
  readonly isHeld: () => boolean;
  /** True while answers wait. */
  readonly answersHeld: () => boolean;
  readonly onRefused: (refusal: Refusal) => Promise<void>;
  readonly onAnswerTaken: () => void;
  /** Whether this process owns an open connection: otherwise the messages are another one's, or wait. */
  readonly canSend: () => boolean;
}) {
  const { store, channel, clock, timers, bus, log, worker, isHeld, answersHeld, canSend } = deps;
  const receipts = createReceiptGroups({ store, clock, timers });
  /** The last send of each chat that is under way; the next one of the chat waits for it. */
  const lanes = new Map<Jid, { readonly messageId: string; readonly done: Promise<void> }>();
  /** Cancel the looks at what waits for its time. */
  const delayed = new Set<() => void>();
  /** How often it was said that something waits. */
  let signals = 0;
  /** A look was left out, or cut short, because every lane was taken. */
  let lanesWereFull = false;
  let running: Promise<void> | null = null;
  let askedAgain = false;
  let stops: (() => void)[] = [];
  let stopped = true;

  async function deliver(item: OutboxItem): Promise<void> {
    const { chat, messageId, text, kind, expiration, decoy } = item;
    const sent = decoy
      ? await channel.sendDecoy({ text })
      : await channel.send({ chat, messageId, text, expiration });
    const now = clock.now();
    if (sent.ok) {
      if (item.solicited) deps.onAnswerTaken();
      await store.outbox.markSent(messageId, now);
      if (decoy) recordNothing(messageId);
      return;
    }
    const { code, reason } = sent.error;
    if (code === 'refused') {
      log.warn('outbox.refused', { messageId, kind, reason });
      if (reason === REFUSED) return refuse(messageId);
      await store.outbox.markFailed(messageId, reason, now);
      return;
    }
    const delay = Math.min(FIRST_RETRY_MS * 2 ** (item.attempts - 1), LONGEST_RETRY_MS);
    await store.outbox.retry(messageId, new Date(now.getTime() + delay), reason);
  }

  /** The receipts of WhatsApp and of the phone, of which those of a decoy find nothing to change. */
  function recordNothing(messageId: string): void {
    for (const status of ['sent', 'delivered'] as const) {
      receipts
        .record({ messageId, status, failure: null })
        .catch((error: unknown) => log.error('outbox.delivery_failed', { error }));
    }
  }

  async function refuse(messageId: string): Promise<void> {
    const now = clock.now();
    const again = new Date(now.getTime() + TOKEN_MS);
    const refusal = await store.outbox.refuse({ messageId, again, now });
    if (refusal !== null) await deps.onRefused(refusal);
  }

  /** @param signalsBefore what had been said when the message was claimed */
  function openLane(item: OutboxItem, signalsBefore: number): void {
    const { chat, messageId } = item;
    const before = lanes.get(chat);
    // Its claim has run out, and it is still being sent.
    if (before?.messageId === messageId) return;
    const done = (before?.done ?? Promise.resolve())
      .then(() => deliver(item))
      .catch((error: unknown) => log.error('outbox.delivery_failed', { error }))
      .finally(() => {
        if (lanes.get(chat)?.messageId === messageId) lanes.delete(chat);
        // The next message of a chat becomes its head only when this one is settled: one that stood behind it when it was
        // claimed, or has come since then, where a look has passed over it.
        if (item.more || signals !== signalsBefore || lanesWereFull) poke();
      });
    lanes.set(chat, { messageId, done });
  }

  /** WhatsApp has refused answers since it was claimed: it waits in the outbox like the others. */
  function putBack({ messageId, createdAt }: OutboxItem): void {
    store.outbox
      .retry(messageId, createdAt, 'held')
      .catch((error: unknown) => log.error('outbox.delivery_failed', { error }));
  }

  function mayGoOut(): MessageGroup | null {
    if (answersHeld()) return 'unsolicited';
    return isHeld() ? 'solicited' : null;
  }

  async function fillLanes(): Promise<void> {
    do {
      askedAgain = false;
      const free = LANES - lanes.size;
      if (!canSend() || (answersHeld() && isHeld())) return;
      lanesWereFull = free <= 0;
      if (lanesWereFull) return;
      const signalsBefore = signals;
      const items = await store.outbox.claim({
        worker,
        limit: free,
        leaseMs: CLAIM_MS,
        only: mayGoOut(),
        now: clock.now(),
      });
      lanesWereFull = items.length === free;
      for (const item of items) openLane(item, signalsBefore);
    } while (isAskedAgain() && !isStopped());
  }

  function isStopped(): boolean {
    return stopped;
  }

  function isAskedAgain(): boolean {
    return askedAgain;
  }

  function poke(): void {
    if (isStopped()) return;
    askedAgain = true;
    running ??= fillLanes()
      .catch((error: unknown) => log.error('outbox.delivery_failed', { error }))
      .finally(() => {
        running = null;
        // Asked for between the last look and this moment.
        if (isAskedAgain()) poke();
      });
  }

  function pokeAfter(ms: number): void {
    const cancel = timers.after(ms, () => {
      delayed.delete(cancel);
      poke();
    });
    delayed.add(cancel);
  }

  const answers: AnswerLanes = {
    claim: () =>
      isStopped() || !canSend() || answersHeld() || lanes.size >= LANES
        ? null
        : { worker, leaseMs: ANSWER_CLAIM_MS, signals },
    send: (item, claim) => {
      const claimedUntil = item.createdAt.getTime() + claim.leaseMs;
      // After a turn that took longer, a look may have claimed it and sent it already.
      if (clock.now().getTime() >= claimedUntil) poke();
      else if (answersHeld()) putBack(item);
      else openLane(item, claim.signals);
    },
  };

  return {
    answers,
    poke,
    /** Delivers until stopped. */
    start(): void {
      stopped = false;
      stops = [
        bus.subscribe('outbox.queued', ({ delayMs = 0 }) => {
          signals += 1;
          if (delayMs > 0) pokeAfter(delayMs);
          else poke();
        }),
        timers.every(POLL_MS, async () => {
          poke();
          await running;
        }),
        timers.every(EXPIRE_EVERY_MS, async () => {
          const expired = await store.outbox.expire(clock.now());
          if (expired > 0) log.warn('outbox.expired', { messages: expired });
        }),
      ];
      poke();
    },
    /** Records what became of a message of ours. */
    async record(receipt: Receipt): Promise<void> {
      if (receipt.status === 'failed') {
        log.warn('outbox.nacked', { messageId: receipt.messageId, failure: receipt.failure });
        if (receipt.failure === REFUSED) return refuse(receipt.messageId);
      }
      await receipts.record(receipt);
    },
    /** Lets the sends under way end; the rest stays in the outbox. */
    async stop(): Promise<void> {
      stopped = true;
      for (const end of [...stops, ...delayed]) end();
      delayed.clear();
      await running;
      await Promise.all([...lanes.values()].map(({ done }) => done));
      await receipts.stop();
    },
  };
}
