import type { EffectResult } from '../effect-result.js';
import type { ChatEffectsDeps, TurnContext } from '../turn-context.js';
import { reply } from '#src/app/delivery/bot-message.js';

/** Sends `text`, which is already in the person's language. */
export function say(
  _: ChatEffectsDeps,
  turn: TurnContext,
  { text }: { readonly text: string },
): Promise<EffectResult<null>> {
  return Promise.resolve({ outcome: null, messages: [reply(text, turn.now)] });
}
