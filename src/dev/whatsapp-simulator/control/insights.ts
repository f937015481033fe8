import { z } from 'zod';

const KEPT_PER_PHONE = 30;
const name = z.string().min(1).max(80);
const instant = z.int().min(0);

/**
 * What the bot's program did during one turn of a chat, reported by that program: the simulated WhatsApp only keeps it
 * and shows it beside the bubbles. Times are milliseconds since 1970.
 */
export const insightInput = z.strictObject({
  at: instant,
  /** The state of the conversation now, such as `proof.asking`. */
  state: name,
  /** What the conversation remembers. */
  memory: z.record(name, z.union([z.string().max(200), z.number(), z.boolean(), z.null()])),
  steps: z.array(z.strictObject({ event: name, effects: z.array(name).max(50) })).max(100),
  /** What ends by itself, and when. */
  timers: z.array(z.strictObject({ name, until: instant })).max(50),
});

export type Insight = z.output<typeof insightInput>;

export interface Insights {
  /** Keeps the newest thirty of a phone. */
  add(number: string, insight: Insight): void;
  /** Oldest first. */
  of(number: string): readonly Insight[];
}

export function createInsights(): Insights {
  const byNumber = new Map<string, readonly Insight[]>();
  return {
    add: (number, insight) => {
      byNumber.set(number, [...(byNumber.get(number) ?? []), insight].slice(-KEPT_PER_PHONE));
    },
    of: (number) => byNumber.get(number) ?? [],
  };
}
