import type { ChannelCause, ChannelStatus } from '#src/app/ports/channel.js';

type State = ChannelStatus['state'];

/** What is said about the bot's connection, in one language. */
export interface ChannelWords {
  readonly titles: Readonly<Record<State, string>>;
  readonly explanations: Readonly<Record<ChannelCause, string>>;
  /** What to do in a state whatever its cause. */
  readonly remedies: Readonly<Record<State, string>>;
  /** What to do while the next try is some time away, and said beside it. */
  readonly later: string;
  /** What to do where the cause makes a difference. */
  readonly remediesByCause: Readonly<
    Partial<Record<State, Readonly<Partial<Record<ChannelCause, string>>>>>
  >;
}
