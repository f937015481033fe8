import type { DialogueEvent } from '#src/app/ports/dialogue.js';
import { looksLikeCode } from '#src/domain/challenge.js';
import { findTaxId, setTaxIdsAside, severalIn } from '#src/domain/find-tax-id.js';
import { refusesAccess } from '../understanding/answers/access-refusal.js';
import type { Situation } from '../understanding/situation.js';
import { normalise } from '../understanding/normalise.js';
import { withDigits } from '../understanding/number-words.js';
import type { PersonEvent } from './chart-event.js';
import type { MediaGroup } from '../copy/parameters.js';
import { inSituation } from './in-situation.js';
import { isOfProgram } from './of-program.js';
import { nameBeside, nameInAnswer } from './name-in-answer.js';
import { readChoice } from './numbers/read-choice.js';
import { readCommand } from './commands/read-command.js';
import { readLines, readPart } from './read-parts.js';
import {
  asksHowWeAre,
  isNight,
  readInsult,
  readKept,
  readUnderstood,
  readYes,
} from './read-understood.js';
import type { Reading } from './reading.js';
import { isAtRest, surely } from './sure/surely.js';
import { findRequestCode } from './numbers/request-code.js';

type Message = Extract<DialogueEvent, { readonly type: 'message' }>;
type Media = Extract<DialogueEvent, { readonly type: 'media' }>['media'];
type Later = Extract<DialogueEvent, { readonly type: 'later' }>;

const MEDIA_GROUP: Readonly<Record<Media, MediaGroup>> = {
  audio: 'audio',
  image: 'picture',
  video: 'picture',
  view_once: 'picture',
  sticker: 'sticker',
  document: 'document',
  location: 'location',
  contact: 'contact',
  unsupported: 'unsupported',
};

/** The address of a link that was sent here: it is tapped, and not written. */
const OWN_LINK = /\/l\/[\w-]{43}(?![\w-])/;
/** What is only a way of speaking beside a number. */
const ABOUT_A_NUMBER: ReadonlySet<PersonEvent['type']> = new Set([
  ...(['whoAreYou', 'help', 'acknowledge', 'codeQuestion', 'codeProblem', 'yes'] as const),
]);

/** Reads what a message means; several messages of one burst come as lines of one. */
export function readMessage(message: Message, reading: Reading): PersonEvent {
  const { text } = message;
  const freeText = reading.situation === 'name';
  if (message.late) return { type: 'late' };
  if (looksLikeCode(text)) return { type: 'pastedCode' };
  if (message.forwarded) return { type: 'forwarded' };
  if (OWN_LINK.test(text)) return { type: 'linkQuestion' };
  const code = findRequestCode(text, { freeText });
  if (code !== null) return { type: 'requestCode', code };
  if (isOfProgram(text)) return { type: 'text', text };
  const found = findTaxId(withDigits(text));
  if (found.ok) {
    const alarm = found.value.alone ? null : readBesideTaxId(text, reading);
    if (alarm !== null) return alarm;
    const name = found.value.alone ? null : nameBeside(text);
    return claimOf(text, found.value.taxId) ?? { type: 'taxId', ...found.value, name };
  }
  const fault = found.error.code;
  const said = readWords(text, reading);
  // "… acho que é esse": beside a number the words are about it, unless they ask for something else.
  const isAboutNumber = fault !== 'tax_id_missing' && reading.situation === 'taxId';
  if (said !== null && !(isAboutNumber && ABOUT_A_NUMBER.has(said.type))) return said;
  if (freeText || fault === 'tax_id_missing') return { type: 'text', text };
  const several = fault === 'tax_id_several' ? severalIn(text) : [];
  return { type: 'faultyTaxId', fault, several };
}

/** What locks an account or deletes it says more than the number beside it. */
const BEFORE_TAX_ID: ReadonlySet<PersonEvent['type']> = new Set([
  ...(['block', 'notMe', 'deletion'] as const),
]);
const SAYS_TAX_ID =
  /[,.]?\s*(?:\b(?:o|meu|my)\s+){0,2}\b(?:cpf|cnpj)\b(?:\s+(?:é|e|eh|is)(?=[\s:]))?\s*:?|\|/giu;

/** "Bloqueia minha conta, cpf …", read without the number and what introduces it; null: it is about the number. */
function readBesideTaxId(text: string, reading: Reading): PersonEvent | null {
  const words = setTaxIdsAside(withDigits(text)).rest.replace(SAYS_TAX_ID, ' ');
  const said = readWords(words, { ...reading, isRegistering: false });
  const isAlarm = said !== null && (BEFORE_TAX_ID.has(said.type) || isOfferToBlock(said));
  return isAlarm ? inSituation(said, reading) : null;
}

function isOfferToBlock(event: PersonEvent): boolean {
  return event.type === 'offer' && event.wish === 'block';
}

/** A command, word for word or in other words, as far as it can be one here. */
function readWords(text: string, reading: Reading): PersonEvent | null {
  const { situation } = reading;
  const exact = readExactly(text, reading);
  const insult = exact?.type === 'block' ? null : readInsult(text, situation);
  if (insult !== null) return inSituation(insult, reading);
  const isWord = exact?.type === 'password' || exact?.type === 'help';
  if (situation === 'name' && isWord && nameInAnswer(text) !== null) return null;
  const isLeaving = exact?.type === 'greet' && situation === 'afterAccess' && isNight(text);
  const plain = isLeaving ? ({ type: 'goodbye' } as const) : agreed(exact, text, situation);
  const meant = plain === null ? null : inSituation(plain, reading);
  if (meant !== null) return meant;
  const choice = HAS_MENU.has(situation) ? readChoice(text, situation) : null;
  if (choice !== null) return { type: 'choice', number: choice };
  if (situation === 'name' && nameInAnswer(text) !== null) return null;
  if (situation === 'consent' && /\bnome\b/i.test(text) && nameInAnswer(text) !== null) {
    return { type: 'correctName', text };
  }
  const understood = readUnderstood(text, situation) ?? readBeside(text, reading);
  return understood === null ? null : inSituation(understood, reading);
}

/** What is said word for word, in one message or in several. */
function readExactly(text: string, reading: Reading): PersonEvent | null {
  const event = readPart(text, reading) ?? readLines(text, reading);
  return event === null ? null : surely(event, normalise(text), reading.situation);
}

/** A command that moves or locks an account, among messages that say something else: it is asked back. */
function readBeside(text: string, reading: Reading): PersonEvent | null {
  const lines = text.split('\n').map((line) => readPart(line, reading)?.type);
  if (lines.includes('block')) return { type: 'offer', wish: 'block' };
  const isMoved = lines.includes('confirmNumberChange') && isAtRest(reading.situation);
  return isMoved ? { type: 'doubtsNumberChange' } : null;
}

/** A yes is one only where it composes with what was asked; the verb that was asked is one, too: "apagar". */
function agreed(exact: PersonEvent | null, text: string, situation: Situation): PersonEvent | null {
  if (situation === 'keep' && exact !== null && ABOUT_KEEPING.has(exact.type)) {
    return readKept(exact, text);
  }
  if (exact?.type === 'acknowledge' && asksHowWeAre(normalise(text))) return { type: 'greet' };
  if (exact?.type === 'yes') return readYes(text, situation);
  if (exact?.type === 'enter' && refusesAccess(normalise(text))) return { type: 'notWanted' };
  if (exact?.type !== situation) return exact;
  const yes = readYes(text, situation);
  // Where it was asked whether to lock, whatever is no clear yes is asked back.
  return yes ?? (situation === 'block' ? { type: 'offer', wish: 'block' } : exact);
}

/** Words that mean what they always do only where nothing is to be cancelled. */
const ABOUT_KEEPING: ReadonlySet<PersonEvent['type']> = new Set([
  ...(['yes', 'no', 'cancel', 'keepAccount', 'deletion', 'endAll'] as const),
]);

/** Where the bot has put a numbered list. */
const HAS_MENU: ReadonlySet<Situation> = new Set([
  ...([
    'menu',
    'list',
    'choosing',
    'consent',
    'deletion',
    'block',
    'endAll',
    'keep',
    'confirm',
  ] as const),
]);

/** What an edit may say: an answer in a person's own words. Commands, codes and agreement are said, not edited in. */
const TAKEN_FROM_EDITS: ReadonlySet<PersonEvent['type']> = new Set([
  'taxId',
  'faultyTaxId',
  'text',
]);

/**
 * Reads what the last message says now: a corrected CPF or name. What our own phone sent again opens a conversation and
 * nothing else, for no key of the sender vouched for it here.
 */
export function readLater({ by, text }: Later, reading: Reading): PersonEvent {
  if (by === 'resent') return { type: 'greet' };
  if (text === null) return { type: 'edited' };
  const message = {
    type: 'message',
    text,
    forwarded: false,
    silenceMs: null,
    late: false,
  } as const;
  const said = readMessage(message, reading);
  const freeText = reading.situation === 'name';
  const isTaken = TAKEN_FROM_EDITS.has(said.type) && (said.type !== 'text' || freeText);
  return isTaken ? said : { type: 'edited' };
}

export function readMedia(media: Media): PersonEvent {
  return { type: 'media', group: MEDIA_GROUP[media] };
}

/** "Este CPF é meu" with the number beside it. */
function claimOf(text: string, taxId: Extract<PersonEvent, { type: 'taxId' }>['taxId']) {
  const words = text.replace(/[\d./-]+/g, ' ');
  const { command } = readCommand(words, { forgiving: false });
  return command === 'claim' ? ({ type: 'claim', taxId } as const) : null;
}
