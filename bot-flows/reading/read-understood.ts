import { readAgreement, refusesFirmly } from '../understanding/answers/agreement.js';
import { isAbuse, lookUp } from '../understanding/lexicon.js';
import { normalise, type Said } from '../understanding/normalise.js';
import { refusesAccess } from '../understanding/answers/access-refusal.js';
import { refusesAct, withoutRefused } from '../understanding/answers/refusal.js';
import { doesForThemselves, isForAnother } from '../understanding/relatives.js';
import type { Situation } from '../understanding/situation.js';
import { understand, wantsIn, type Understood } from '../understanding/understand.js';
import type { PersonEvent } from './chart-event.js';
import { agreesToNewNumber } from './numbers/own-new-number.js';
import { saysBlock } from './sure/says-block.js';
import { isAtRest, mayBeMe, surely } from './sure/surely.js';

/** Questions that have a yes and a no. */
const ASKS_YES_OR_NO: ReadonlySet<Situation> = new Set([
  ...(['consent', 'deletion', 'block', 'endAll', 'keep', 'confirm'] as const),
]);
/** What a sentence with a "não" in it is about, rather than a no to the question. */
const NO_REFUSAL: ReadonlySet<string> = new Set([
  ...['help', 'enter', 'linkProblem', 'codeProblem', 'codeQuestion', 'human', 'whoAreYou', 'scam'],
  ...[
    'language',
    'otherPerson',
    'business',
    'password',
    'insult',
    'notMe',
    'wasMe',
    'numberChange',
  ],
  ...['lostPhone'],
]);
/** "Apertei errado" and "nunca pedi isso" are a no to the question, and about no link and no sign-in. */
const CAN_WAIT: ReadonlySet<string> = new Set([
  ...['linkProblem', 'codeProblem', 'notMe', 'whoAreYou', 'help', 'enter', 'wasMe', 'otherPerson'],
]);
/** How sure a reading has to be to stand against a no. */
const SURE = 1.4;

export function asksYesOrNo(situation: Situation): boolean {
  return ASKS_YES_OR_NO.has(situation);
}

/**
 * What a sentence means that is no command word for word: a yes or a no that composes with what was asked, or the likeliest
 * intent. Nothing that cannot be undone comes from a likeness: it is asked back (security.md).
 */
export function readUnderstood(text: string, situation: Situation): PersonEvent | null {
  const said = normalise(text);
  if (said.words.length === 0) return null;
  const understood = understand(said, situation);
  if (asksYesOrNo(situation)) {
    const answer = readAgreement(said, situation);
    const isOther =
      understood !== null &&
      NO_REFUSAL.has(understood.intent) &&
      understood.score >= SURE &&
      !(refusesFirmly(said) && CAN_WAIT.has(understood.intent));
    if (answer === 'yes' && understood?.intent !== 'insult') return { type: 'yes' };
    if (answer === 'no' && !isOther) return { type: 'no' };
  }
  if (situation === 'leaving' && readAgreement(said, 'confirm') === 'no') return { type: 'no' };
  if (situation === 'number') {
    const isNo = said.words.some((word) => REFUSES.has(word));
    const isOther = understood !== null && BESIDE_A_NUMBER.has(understood.intent);
    if (isNo && !isOther && !mayBeMe(said)) return { type: 'no' };
  }
  if (situation === 'choosing' && !said.asks && said.words.some((word) => IS_NONE.has(word))) {
    const isOther = understood !== null && understood.intent !== 'cancel';
    if (!isOther || / nem (?:um|uma|o|a) .*nem /.test(said.line)) return { type: 'no' };
  }
  // "Tá certo": heard, where nothing was asked.
  if (isAtRest(situation) && !said.asks && isOnlyHeard(said)) return { type: 'acknowledge' };
  // "É meu número novo, sim" answers the old number's question; "meu número agora é esse" tells of a new one.
  if (isAtRest(situation) && agreesToNewNumber(said)) return { type: 'yes' };
  const event = understood === null ? null : eventOf(understood, said, situation);
  return event === null ? null : surely(event, said, situation);
}

/** Said instead of a number, these say that nobody asked for anything. */
const REFUSES = new Set(['nao', 'nenhum', 'nenhuma', 'nunca', 'nem']);
/** Which of several numbers is theirs: none of them. */
const IS_NONE = new Set(['nenhum', 'nenhuma', 'nem', 'none', 'neither']);
const BESIDE_A_NUMBER: ReadonlySet<string> = new Set([
  ...['help', 'human', 'whoAreYou', 'scam', 'language', 'insult', 'business'],
]);

/** "Boa noite, tudo certo?": how we are. */
export function asksHowWeAre({ asks, line }: Said): boolean {
  return asks && / (?:bom dia|boa tarde|boa noite|oi|ola|opa|e ai) /.test(line);
}

/** "Boa noite" after everything was done takes leave. */
export function isNight(text: string): boolean {
  const { line } = normalise(text);
  return line.includes(' boa noite ') && !/ (?:oi|ola|opa) /.test(line);
}

/** Also in two messages: "não quero", "entrar". */
const NOT_WANTED = / (?:nao quero (?:, )?|nem )(?:entrar|acessar|logar) /;
/** Brings a link or a code, for the account of this number. */
const LEADS_IN: ReadonlySet<string> = new Set(['enter', 'linkProblem', 'codeProblem', 'password']);

/** Where "fui eu" answers something. */
const WHERE_IT_TELLS: ReadonlySet<Situation> = new Set([
  ...(['rest', 'menu', 'afterAccess', 'block'] as const),
]);

function eventOf(
  { intent, layer, runnerUp, score }: Understood,
  said: Said,
  situation: Situation,
): PersonEvent | null {
  if (intent === 'insult') return { type: 'insult', wantsIn: asksIn(said, situation) };
  if (intent === 'claim') {
    // Where the CPF was given it would be recorded at once: only who says that it is theirs does that.
    const isSaid = lookUp(said).meanings.has('claimed');
    if (!isSaid && (situation === 'name' || situation === 'consent')) return null;
    return layer === 'score' ? { type: 'offer', wish: 'claim' } : { type: 'claim', taxId: null };
  }
  if (intent === 'block') {
    if (refusesAct(said)) return besideRefusal(said, situation);
    if (isForAnother(said.words)) return { type: 'otherPerson' };
    const isTied = runnerUp !== null && runnerUp.score >= score;
    const isPlain =
      layer === 'frame' &&
      !isTied &&
      // There, a sentence that asks for it is a yes, and was read as one.
      situation !== 'block' &&
      !asksHow(said) &&
      !said.words.includes('nao') &&
      saysBlock(said);
    return isPlain ? { type: 'block' } : { type: 'offer', wish: 'block' };
  }
  // "O CPF é da minha mãe" is about her, and not about who lacks one.
  if (intent === 'noTaxId' && isForAnother(said.words)) return { type: 'otherPerson' };
  if (intent === 'unblock' && refusesAct(said)) return besideRefusal(said, situation);
  if (
    (intent === 'endAll' || intent === 'sessions') &&
    isForAnother(said.words, { evenDevices: true })
  ) {
    return { type: 'otherPerson' };
  }
  if (intent === 'deletion') {
    // "Cancelar cadastro" where there is none yet only stops.
    if (situation === 'name' && said.line.includes(' cancel')) return { type: 'cancel' };
    if (refusesAct(said)) return besideRefusal(said, situation);
    if (isForAnother(said.words)) return { type: 'otherPerson' };
  }
  if (LEADS_IN.has(intent)) {
    if (refusesAccess(said) || NOT_WANTED.test(said.line)) return { type: 'notWanted' };
    if (isForAnother(said.words) || doesForThemselves(said.words)) return { type: 'otherPerson' };
  }
  if (intent === 'thanks' && asksHowWeAre(said)) return { type: 'greet' };
  if (intent === 'cancel' && asksYesOrNo(situation) && situation !== 'confirm') {
    return situation === 'keep' ? null : { type: 'no' };
  }
  if (intent === 'wasMe' && !WHERE_IT_TELLS.has(situation)) return null;
  return { type: intent };
}

/** "Não quero bloquear nada, só quero entrar": what is refused is not done, and what is asked for beside it is. */
function besideRefusal(said: Said, situation: Situation): PersonEvent {
  const rest = withoutRefused(said);
  const isAccess =
    rest.words.length > 0 &&
    wantsIn(rest, situation) &&
    !refusesAccess(said) &&
    !NOT_WANTED.test(said.line);
  return isAccess && !isForAnother(said.words) ? { type: 'enter' } : { type: 'notWanted' };
}

/** Words that agree to something, or only say that it was heard. */
const HEARD = new Set(
  'ok okay blz hum hm ah ahn ata nossa beleza certo ta bom ata uhum aham hmm entendi joia tranquilo show isso legal'.split(
    ' ',
  ),
);

function isOnlyHeard({ words }: Said): boolean {
  return words.every((word) => HEARD.has(word) || word === 'esta');
}

/** A word for word "sim", in the light of whether anything was asked that has a yes. */
export function readYes(text: string, situation: Situation): PersonEvent | null {
  const said = normalise(text);
  const isHeard = isOnlyHeard(said);
  if (!asksYesOrNo(situation)) {
    if (isHeard) return { type: 'acknowledge' };
    return readAgreement(said, 'confirm') === 'yes' ? { type: 'yes' } : null;
  }
  const isThumb = said.words.length === 0;
  return isThumb || readAgreement(said, situation) === 'yes' ? { type: 'yes' } : null;
}

/** What a command means where an account that is to be deleted may be kept: "cancelar" keeps it, "esquece" is asked back. */
export function readKept(exact: PersonEvent, text: string): PersonEvent | null {
  const said = normalise(text);
  // A thumb has no words.
  if (said.words.length === 0) return exact;
  const answer = readAgreement(said, 'keep');
  return answer === null ? null : { type: answer };
}

/** Abuse, and whether there is a plain wish for access in it; null: it is none. */
export function readInsult(text: string, situation: Situation): PersonEvent | null {
  const said = normalise(text);
  if (!isAbuse(lookUp(said), { situation })) return null;
  return { type: 'insult', wantsIn: asksIn(said, situation) };
}

function asksIn(said: Said, situation: Situation): boolean {
  const isRefused = refusesAccess(said) || NOT_WANTED.test(said.line);
  return wantsIn(said, situation) && !isRefused && !isForAnother(said.words);
}

/** Asked about rather than asked for: "como bloqueio minha conta?". */
function asksHow({ words, asks }: Said): boolean {
  return asks || words.some((word) => word === 'como' || word === 'how');
}
