import type { Said } from '../normalise.js';

/** Verbs of what locks an account, deletes it or stops it, in any form. */
const ACT =
  /^(?:bloque|desbloque|destrav|trav[ae]|tranc|congel|suspen|apag|exclu|delet|elimin|encerr|cancel|remov|descadast|fech[ae]|block|lock|delet|eras[ei])/;
const NEGATIONS = new Set(['nao', 'nunca', 'nem', 'jamais', 'dont', 'don', 'not']);
const NOTHING = new Set(['nada', 'nenhum', 'nenhuma']);
/** "Não consigo bloquear" wants it all the same. */
const UNABLE = new Set(
  'consigo consegui conseguindo consegue sei lembro da deu posso pude estou esta deixa fui foi'.split(
    ' ',
  ),
);
/** What may stand behind a "não" that ends a sentence. */
const POLITE = new Set(
  'por pelo moco moca viu ta ok obrigado obrigada hein gente cara mano senhor senhora amigo por'.split(
    ' ',
  ),
);
/** Stand beside a refused verb: "não quero apagar minha conta". */
const WITH_ACT = new Set(
  'nao nada nunca nem conta cadastro dados dont don not my account anything'.split(' '),
);
/** Words between a negation and its verb: "não quero que você bloqueie". */
const REACH = 4;
/** In two messages. */
const NOT_WANTED = / nao quero , (?:bloque|trav|tranc|apag|exclu|delet|encerr|cancel)/;

function clausesOf({ line }: Said): string[] {
  return line
    .split(',')
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}

/** "Não quero bloquear", "apaga não", "não é pra excluir nada": the verb is said, and refused. */
export function refusesAct(said: Said): boolean {
  if (NOT_WANTED.test(said.line)) return true;
  return clausesOf(said).some((clause) => {
    const words = clause.split(' ');
    return words.some((word, at) => ACT.test(word) && isNegated(words, at));
  });
}

/** The sentence without the verb that is refused and what goes with it. */
export function withoutRefused(said: Said): Said {
  const words = said.words.filter((word) => !ACT.test(word) && !WITH_ACT.has(word));
  return { ...said, words, line: ` ${words.join(' ')} ` };
}

/** Whether the verb at this place is refused, by a word before it or by a "não" that ends what is said. */
export function isNegated(words: readonly string[], at: number): boolean {
  for (let before = Math.max(0, at - REACH); before < at; before += 1) {
    if (NEGATIONS.has(words[before] ?? '')) return !UNABLE.has(words[before + 1] ?? '');
  }
  const behind = words.slice(at + 1, at + 1 + REACH);
  if (behind.slice(0, 2).some((word) => NOTHING.has(word))) return true;
  const no = behind.indexOf('nao');
  if (no < 0) return false;
  const next = words[at + 2 + no];
  return next === undefined || POLITE.has(next);
}
