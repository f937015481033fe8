import type { Intent } from './intent.js';
import { isAbuse, lookUp, type Meant } from './lexicon.js';
import type { Said } from './normalise.js';
import { rank, type Ranked } from './rank.js';
import { isRelative } from './relatives.js';
import type { Situation } from './situation.js';

/** What was understood, and how surely. */
export interface Understood {
  readonly intent: Intent | 'insult';
  /** `frame`: said in words that are written right, or as they sound. `score`: the likeliest reading, and only that. */
  readonly layer: 'frame' | 'score';
  readonly score: number;
  readonly runnerUp: { readonly intent: Intent; readonly score: number } | null;
}

const ENOUGH = 0.5;
/** Of a single meaning, so much of the sentence has to be known for it to be plain. */
const MOSTLY_KNOWN = 0.75;
/** A single meaning that says everything by itself. */
const CLEAR = 1.5;
/** "Não fui eu" in any of its forms; a comma behind the "não" makes it the contrary. */
const NOT_ME =
  / nao (?:fui|foi|era|sou) eu(?! (?:sim|mesmo|que sim))| (?:fui|foi|era) eu nao (?:$|, |moco|moca|senhor|gente|uai|viu|cara)| eu nao fui (?:$|, )/;
/** "Será que fui eu?": the list of sessions tells. */
const UNSURE_WHO = / (?:sera que|lembro se|sei se|certeza se) (?:nao )?(?:fui|foi|era) eu /;
const WAS_ME =
  /^ (?:(?:sim|isso|,) )*eu (?:mesm[oa] )?que (?:troquei|mudei|pedi|fiz|entrei|abri|loguei) (?!nada )|(?<! nao) (?:fui|foi|era|sou) eu(?! nao (?:$|, |moco|moca|senhor|gente|uai|viu|cara))(?: |$)| eu mesm[oa] |(?<! nao) (?:fui|era) (?:sim|mesmo) (?!(?:um|uma|o|a|\w+[ai]d[ao]) )|(?<! nao) foi meu acesso| (?:it|that) was me /;
/** "Se não fui eu, bloqueia?", "caso não seja eu": nothing has happened yet. */
const IF_ME =
  / (?:se|caso|quando) (?:por acaso )?(?:nao (?:fui|foi|era|sou)|(?:nao )?(?:for|fosse|seja)) (?:mesmo )?eu /;
/** Said of what is wrong: beside it "fui mesmo" and "eu sei" say nothing of the kind, and a CPF is not what it is about. */
const ALARMED =
  / (?:bloque|block|lock|trav|tranc|congel|suspend|roub|assalt|furt|hack|raque|invad|invas|clon|golpe|ladra|ladro|engan|fraud|vitima|estranh|desconhec|socorro)/;
const WENT_IN = / (?:entr|acess|log|invad|conta )/;
const OF_TAX_ID = / (?:cpf|cnpj) .*(?:cadastr|registr|abri|fiz|us)/;
/** "Não fui eu que perguntei": of what was said or asked for here, and of no sign-in. */
const OTHER_DEED =
  / (?:que|quem) (?:pergunt|fal|diss|escrev|mand|cham|lig|quebr|compr|pag)\w* | que pedi (?:pra|para|a troca|o bloqueio|a exclusao) /;
const WAS_KIN = / (?:foi|era) (?:o |a )?(?:meu|minha) (?!acesso|conta|celular)\w+/;

/** What a sentence is about, where the bot waits for `situation`; null where nothing in it is known well enough. */
export function understand(said: Said, situation: Situation): Understood | null {
  const meant = lookUp(said);
  const about = aboutMe(said.line) ?? aboutKin(said, situation);
  if (about !== null) return about;
  if (isAbuse(meant, { situation })) {
    return { intent: 'insult', layer: 'frame', score: 1, runnerUp: null };
  }
  const [first, second] = asProblem(rank(meant, situation), meant, situation);
  if (first === undefined || first.score < ENOUGH) return null;
  const isEnough = first.elements > 1 || first.score >= CLEAR || meant.known >= MOSTLY_KNOWN;
  const isPlain = first.isPlain && isEnough;
  return {
    intent: first.intent,
    layer: isPlain ? 'frame' : 'score',
    score: first.score,
    runnerUp: second === undefined ? null : { intent: second.intent, score: second.score },
  };
}

/** Whether access is asked for in so many words, whatever else is said: an insult beside it is one all the same. */
export function wantsIn(said: Said, situation: Situation): boolean {
  const meant = lookUp(said);
  const asks = ['enter', 'link', 'code'].some((meaning) => meant.meanings.get(meaning) === true);
  return asks && rank(meant, situation)[0]?.intent === 'enter';
}

/** Went wrong with link or code, or is asked about them. */
const TROUBLE = 'error expired white spin openedIn attempts fit codeFormat howLong try'.split(' ');
/** Asks for another one, or says that none came. */
const ASKS_ANEW =
  'send resend again anew want come lost where lacks nothingYet wait message enter cannot only byChat and'.split(
    ' ',
  );

/** After an access, link or code with something that went wrong, or with nothing that asks for another: advice is sent with it. */
function asProblem(
  ranked: readonly Ranked[],
  { meanings }: Meant,
  situation: Situation,
): readonly Ranked[] {
  const [first, ...others] = ranked;
  if (first?.intent !== 'enter' || situation !== 'afterAccess') return ranked;
  const isAboutCode = meanings.has('code');
  if (!isAboutCode && !meanings.has('link')) return ranked;
  const isTrouble = TROUBLE.some((meaning) => meanings.has(meaning));
  if (!isTrouble && ASKS_ANEW.some((meaning) => meanings.has(meaning))) return ranked;
  return [{ ...first, intent: isAboutCode ? 'codeProblem' : 'linkProblem' }, ...others];
}

/** Longer sentences tell more than who came in. */
const LONGEST_WHO = 8;

/** "Foi meu filho" right after somebody came in: fine, or asked back. */
function aboutKin(said: Said, situation: Situation): Understood | null {
  if (situation !== 'afterAccess' || said.words.length > LONGEST_WHO) return null;
  if (saysItWasFine(said)) return { intent: 'wasMe', layer: 'frame', score: 2, runnerUp: null };
  const isKin = WAS_KIN.test(said.line) && said.words.some(isRelative);
  return isKin ? { intent: 'block', layer: 'score', score: 2, runnerUp: null } : null;
}

/** "Fui eu" without a negation. */
export function saysItWasMe({ line }: Said): boolean {
  return aboutMe(line)?.intent === 'wasMe';
}

const IS_FINE =
  / (?:tudo certo|sem problema|sem problemas|tudo bem|pode deixar|relaxa|tranquilo|tranquila|eu deixei|eu autorizei|eu que mandei|eu que pedi|eu pedi|eu sei|esta certo|com minha permissao|eu conheco|confio) /;

/** "Foi minha esposa, tá tudo certo": it was nobody strange. */
export function saysItWasFine({ line, asks }: Said): boolean {
  if (asks || !WAS_KIN.test(line) || !IS_FINE.test(line)) return false;
  return !ALARMED.test(line) && !/ (?:nao|ex|sem (?!problemas? )\w+) /.test(line);
}

/** "Fui eu" and "não fui eu": who says both means the last. */
function aboutMe(line: string): Understood | null {
  const isMe = WAS_ME.test(line);
  const isNotMe = NOT_ME.test(line);
  if (UNSURE_WHO.test(line))
    return { intent: 'sessions', layer: 'frame', score: 2, runnerUp: null };
  if (IF_ME.test(line)) return { intent: 'block', layer: 'score', score: 2, runnerUp: null };
  // "Não fui eu, foi minha filha": somebody is known to have done it, and is asked about.
  if (isNotMe && WAS_KIN.test(line)) {
    return { intent: 'block', layer: 'score', score: 2, runnerUp: null };
  }
  // "Não fui eu que cadastrei meu CPF" is about the CPF, and about no sign-in.
  if (isNotMe && OF_TAX_ID.test(line) && !ALARMED.test(line) && !WENT_IN.test(line)) {
    return { intent: 'claim', layer: 'frame', score: 2, runnerUp: null };
  }
  if (isNotMe && OTHER_DEED.test(line)) {
    return { intent: 'block', layer: 'score', score: 2, runnerUp: null };
  }
  if (isMe) return { intent: 'wasMe', layer: 'frame', score: 2, runnerUp: null };
  return isNotMe ? { intent: 'notMe', layer: 'frame', score: 2, runnerUp: null } : null;
}
