import type { Clock } from '#src/app/ports/clock.js';

/** How far this server's clock is from WhatsApp's. */
export interface ServerClock {
  /** Gets every stanza that comes in. */
  hear(frame: unknown): void;
  /** Milliseconds that this server's clock is ahead (or behind, below zero) of WhatsApp's; 0 within ten seconds. */
  skewMs(): number;
}

/** The login and what WhatsApp delivers live carry its time; what waited while the bot was away carries an old one. */
const STAMPED: ReadonlySet<string> = new Set([
  'success',
  'message',
  'receipt',
  'notification',
  'ack',
]);
const SAMPLES = 20;
const NOISE_MS = 10_000;

/**
 * Every stanza is under way for some time, and a process that was frozen reads it late: the smallest of the last twenty
 * differences is the one to believe. One that is too large would let old messages pass for new ones.
 */
export function createServerClock(clock: Clock): ServerClock {
  let samples: readonly number[] = [];
  return {
    hear(frame) {
      const stamp = stampOf(frame);
      if (stamp !== null) samples = [...samples, clock.now().getTime() - stamp].slice(-SAMPLES);
    },
    skewMs() {
      if (samples.length === 0) return 0;
      const skew = Math.min(...samples);
      return Math.abs(skew) < NOISE_MS ? 0 : skew;
    },
  };
}

/** WhatsApp's time in milliseconds, or null. */
function stampOf(frame: unknown): number | null {
  if (typeof frame !== 'object' || frame === null || !('tag' in frame) || !('attrs' in frame))
    return null;
  const attrs = frame.attrs as Readonly<Record<string, string | undefined>>;
  if (typeof frame.tag !== 'string' || !STAMPED.has(frame.tag)) return null;
  if (attrs['offline'] !== undefined) return null;
  const seconds = Number(attrs['t']);
  return Number.isSafeInteger(seconds) && seconds > 0 ? seconds * 1000 : null;
}
