import type { BotMessage } from '../delivery/bot-message.js';
import type { ChatEffectsDeps, TurnContext } from './turn-context.js';

/** What became of an effect, as the dialogue reads it. `outcome` tells kinds of one type apart. */
export interface AnyOutcome {
  readonly type: string;
  readonly outcome?: string;
}

/** What applying an effect led to. */
export interface EffectResult<Outcome extends AnyOutcome | null> {
  /** The dialogue's next event; null: it expects none. */
  readonly outcome: Outcome;
  /** Sent to this chat, in this order. */
  readonly messages: readonly BotMessage[];
}

/** Applies one effect inside the turn's transaction. `effect` holds its parameters. */
export type ApplyEffect<Params, Outcome extends AnyOutcome | null> = (
  deps: ChatEffectsDeps,
  turn: TurnContext,
  effect: Params,
) => Promise<EffectResult<Outcome>>;

/** A result without messages. */
export function resultOf<const Outcome extends AnyOutcome>(
  outcome: Outcome,
): EffectResult<Outcome> {
  return { outcome, messages: [] };
}
