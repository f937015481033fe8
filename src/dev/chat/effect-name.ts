import type { Effect } from '#src/app/chat/effects/all-effects.js';

/** An effect as transcripts spell it: its name, and what tells it from another of its kind. Never a CPF or a name. */
export function effectName(effect: Effect): string {
  if (effect.type === 'sendAccess') return `sendAccess ${effect.greeting}`;
  if (effect.type === 'openRequest') return `openRequest ${effect.code}`;
  if (effect.type === 'answerRequest') return `answerRequest ${effect.number}`;
  return effect.type === 'endSession' ? `endSession ${effect.n}` : effect.type;
}

/** What the bot says as transcripts spell it: further lines are indented. */
export function spellAnswer(text: string): string {
  return `bot: ${text.replaceAll('\n', '\n     ')}`;
}
