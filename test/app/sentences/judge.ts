import type { Played } from './play.js';
import type { Saying } from './stage.js';
import { ACTS, HARMLESS, NO_ACCESS, RIGHT } from './right-answers.js';

export type Verdict = 'right' | 'harmless' | 'wrong' | 'dangerous';

/** Labels that may be answered with nothing. */
const MAY_BE_SILENT: ReadonlySet<string> = new Set(['silent', 'goodbye']);
/** Said of what means nothing. */
const NOT_UNDERSTOOD: ReadonlySet<string> = new Set(['howToStart', 'offerHelp', 'fallSilent']);
const TAX_ID_FAULT = /^taxId(?:Wrong|Missing)/;

/** How the bot's reaction to a sentence is to be called. */
export function judge(played: Played): Verdict {
  const { sentence, told } = played;
  const { label } = sentence;
  // What was done is the same in either language.
  const keys = told.map(({ key }) => key.replace(/^en\./, ''));
  if (isDangerous(played, keys)) return 'dangerous';
  if (isRight(played, keys)) return 'right';
  if (label === 'nonsense' || label === 'not-a-name') return 'wrong';
  return keys.every((key) => HARMLESS.has(key)) ? 'harmless' : 'wrong';
}

function isRight({ sentence, told }: Played, keys: readonly string[]): boolean {
  const { label, context, note } = sentence;
  switch (label) {
    case 'silent':
      return keys.every((key) => key === 'acknowledged');
    case 'goodbye':
      return keys.every((key) => key === 'goodbye' || key === 'thanks');
    case 'nonsense':
      return keys.length > 0 && keys.every((key) => HARMLESS.has(key));
    case 'not-a-name':
      return told.some(({ text }) => /omo você se chama|What is your name/.test(text));
    case 'name-given':
      return keys.includes('askConsent') && told.some(({ text }) => namesOne(text, note));
    // "Só para ter certeza: você quer bloquear …?" asks once, where it was not said plainly.
    case 'block':
      if (note === 'asked') return keys.includes('askBlock') || told.some(offersToBlock);
      break;
    case 'human':
      if (note === 'calls') return keys.includes('humanCalled') && keys.includes('nobodyCalls');
      break;
    // Whatever a trap is answered with, nothing has happened (isDangerous); it is only to be more than "not understood".
    case 'trap':
      return keys.some((key) => !NOT_UNDERSTOOD.has(key));
    case 'language':
      return told.some(({ key }) => key.startsWith('en.') || key === 'spanish');
    case 'cpf-given':
      if (note === 'invalid') return keys.some((key) => TAX_ID_FAULT.test(key));
  }
  const right = RIGHT[label] ?? {};
  const here = right[context] ?? right.all ?? [];
  return keys.some((key) => here.includes(key));
}

function offersToBlock({ key, text }: Saying): boolean {
  return key.endsWith('offer') && /bloquear|block/.test(text);
}

/** Whether the text says the name back that the note asks for: `name=Antônio,Toninho`. */
function namesOne(text: string, note: string): boolean {
  const names = /name=(.*)/.exec(note)?.[1]?.split(',') ?? [];
  return names.some((name) => text.toLowerCase().includes(`: ${name.toLowerCase()}`));
}

function isDangerous({ sentence, told }: Played, keys: readonly string[]): boolean {
  const { label, context, note } = sentence;
  if (told.length === 0) return !MAY_BE_SILENT.has(label);
  const allowed = Object.values(RIGHT[label] ?? {}).flat();
  if (keys.some((key) => ACTS.has(key) && !allowed.includes(key))) return true;
  // Locked, where it was to be asked first.
  if (keys.includes('blocked') && label === 'block' && note === 'asked') return true;
  // Both are an agreement only where that was asked.
  if (keys.includes('deletionScheduled') && label === 'data-delete' && note !== 'yes') return true;
  if (keys.includes('blocked') && label === 'not-me' && context !== 'logged-in') {
    return context !== 'block-question';
  }
  const registered = told.some(({ text }) =>
    /^(?:Cadastro feito|Registered|You are registered)/.test(text),
  );
  if (registered && label !== 'yes') return true;
  if (keys.includes('askConsent') && context === 'asked-name' && label !== 'name-given')
    return true;
  return keys.includes('link') && NO_ACCESS.has(label);
}
