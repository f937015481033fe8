import type { Response } from 'express';
import type { LoginRequestState } from '#src/domain/login-request.js';
import type { LoginDeps } from './deps.js';
import { eventText, openEventStream, type EventStream } from '../http/event-stream.js';

/** An event may be lost (ports/event-bus.ts): every state is read again after this long at the latest. */
const LOOK_MS = 5000;
/** Proxies cut silent connections: a comment every third look. */
const LOOKS_PER_BEAT = 3;
/** Ten thousand waiting pages are a few statements, and never one so long that others wait for it. */
const READ_TOGETHER = 500;

type ChannelHint = 'up' | 'down';

/** All that a waiting page costs us beside its connection; the texts are shared. */
interface Stream {
  readonly events: EventStream;
  readonly browserToken: string;
  /** The bot asks for the number in the chat. */
  isAsked: boolean;
  /** One of {@link WAITING}, or null before the first. */
  told: string | null;
}

/** After which a page that was cut comes back. */
const RETRY_MS = 3000;
const WAITING: Readonly<Record<'pending' | 'asked', Readonly<Record<ChannelHint, string>>>> = {
  pending: {
    up: eventText('pending', { channel: 'up', asked: false }),
    down: eventText('pending', { channel: 'down', asked: false }),
  },
  asked: {
    up: eventText('pending', { channel: 'up', asked: true }),
    down: eventText('pending', { channel: 'down', asked: true }),
  },
};
const LAST: Readonly<Record<Exclude<LoginRequestState, 'pending' | 'asked'> | 'replaced', string>> =
  {
    approved: eventText('approved', {}),
    denied: eventText('denied', {}),
    expired: eventText('expired', {}),
    replaced: eventText('replaced', {}),
  };

export type RequestStreams = ReturnType<typeof createRequestStreams>;

/**
 * Server-sent events for the pages that wait for an approval: `pending` (with whether the bot is reachable, and whether
 * it asks for the number in the chat) until one of `approved`, `denied` and `expired` ends the stream. A page opened twice has one stream: the older gets `replaced`,
 * so that it does not reconnect in turns with the newer. All streams of the process share one timer and one
 * subscription each.
 */
export function createRequestStreams(
  deps: Pick<LoginDeps, 'loginRequests' | 'board' | 'bus' | 'timers' | 'log'>,
) {
  const { loginRequests, board, bus, timers, log } = deps;
  /** By request: it belongs to one browser, so there is one stream for each. */
  const streams = new Map<string, Stream>();
  let channel: ChannelHint = 'up';
  let looks = 0;
  let stops: readonly (() => void)[] = [];

  function end(requestId: string, stream: Stream, last: keyof typeof LAST): void {
    forget(requestId, stream);
    stream.events.end(LAST[last]);
  }

  function forget(requestId: string, stream: Stream): void {
    if (streams.get(requestId) !== stream) return;
    streams.delete(requestId);
    if (streams.size > 0) return;
    for (const stop of stops) stop();
    stops = [];
  }

  function tell(requestId: string, stream: Stream, state: LoginRequestState | null): void {
    // It ended, or gave way to a newer one, while its state was read.
    if (streams.get(requestId) !== stream) return;
    // Null: swept meanwhile.
    if (state !== 'pending' && state !== 'asked') {
      end(requestId, stream, state ?? 'expired');
      return;
    }
    stream.isAsked = state === 'asked';
    tellWaiting(stream);
  }

  function tellWaiting(stream: Stream): void {
    const text = WAITING[stream.isAsked ? 'asked' : 'pending'][channel];
    if (stream.told === text) return;
    stream.told = text;
    stream.events.send(text);
  }

  async function tellChannel(): Promise<void> {
    await lookAtChannel();
    for (const stream of streams.values()) if (stream.told !== null) tellWaiting(stream);
  }

  async function look(requestId: string, stream: Stream): Promise<void> {
    const { browserToken } = stream;
    tell(requestId, stream, await loginRequests.state({ requestId, browserToken }));
  }

  /** Streams that open or end meanwhile are left to the next look. */
  async function lookAtAll(): Promise<void> {
    const all = [...streams];
    for (let from = 0; from < all.length; from += READ_TOGETHER) {
      const part = all.slice(from, from + READ_TOGETHER);
      const states = await loginRequests.states(
        part.map(([requestId, { browserToken }]) => ({ requestId, browserToken })),
      );
      part.forEach(([requestId, stream], at) => tell(requestId, stream, states[at] ?? null));
    }
  }

  async function lookAtChannel(): Promise<void> {
    const { state } = await board.current();
    channel = state === 'open' ? 'up' : 'down';
  }

  async function tick(): Promise<void> {
    looks += 1;
    if (looks % LOOKS_PER_BEAT === 0) streams.forEach(({ events }) => events.beat());
    await lookAtChannel();
    await lookAtAll();
  }

  function reportFailure(error: unknown): void {
    // The next look tries again; until then the pages keep what they have.
    log.error('login_request.look_failed', { error });
  }

  function start(): void {
    stops = [
      timers.every(LOOK_MS, tick),
      bus.subscribe('login_request.changed', ({ requestId }) => {
        const stream = streams.get(requestId);
        if (stream !== undefined) look(requestId, stream).catch(reportFailure);
      }),
      bus.subscribe('channel.changed', () => {
        tellChannel().catch(reportFailure);
      }),
    ];
  }

  return {
    /** Takes over the answer of a request whose state the browser may know. */
    async open(input: {
      readonly requestId: string;
      readonly browserToken: string;
      readonly res: Response;
    }): Promise<void> {
      const { requestId, browserToken, res } = input;
      if (res.destroyed) return;
      const events = openEventStream(res, RETRY_MS);
      const older = streams.get(requestId);
      if (older !== undefined) end(requestId, older, 'replaced');
      const stream: Stream = { events, browserToken, isAsked: false, told: null };
      if (streams.size === 0) start();
      streams.set(requestId, stream);
      res.on('close', () => forget(requestId, stream));
      await lookAtChannel();
      // Only after the subscription: a change before it would be missed.
      await look(requestId, stream);
    },
    /** Pages that wait at this moment. */
    count: () => streams.size,
  };
}
