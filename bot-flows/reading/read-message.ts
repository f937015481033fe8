import type { DialogueEvent } from '#src/app/ports/dialogue.js';
import { looksLikeCode } from '#src/domain/challenge.js';
import { findTaxId } from '#src/domain/find-tax-id.js';
import type { PersonEvent } from './chart-event.js';
import type { MediaGroup } from '../copy/parameters.js';
import { readCommand, type SaidCommand } from './read-command.js';
import { readsAsInsult } from './read-insult.js';
import { readSessionToEnd, readTwoDigits } from './read-number.js';
import { findRequestCode } from './request-code.js';

type Message = Extract<DialogueEvent, { readonly type: 'message' }>;
type Media = Extract<DialogueEvent, { readonly type: 'media' }>['media'];
type Later = Extract<DialogueEvent, { readonly type: 'later' }>;
interface Reading {
  /** The pending question takes any words (a name): only commands without a typing error are taken out of them, and a number in them is no CPF gone wrong. */
  readonly freeText: boolean;
}

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

/** Reads what a message means; several messages of one burst come as lines of one. */
export function readMessage(message: Message, reading: Reading): PersonEvent {
  const { text } = message;
  if (message.late) return { type: 'late' };
  if (looksLikeCode(text)) return { type: 'pastedCode' };
  if (message.forwarded) return { type: 'forwarded' };
  const code = findRequestCode(text, reading);
  if (code !== null) return { type: 'requestCode', code };
  const found = findTaxId(text);
  if (found.ok) return claimOf(text, found.value.taxId) ?? { type: 'taxId', ...found.value };
  const event = readPart(text, reading) ?? readLines(text, reading);
  if (event) return event;
  if (readsAsInsult(text)) return { type: 'insult' };
  const fault = found.error.code;
  if (reading.freeText || fault === 'tax_id_missing') return { type: 'text', text };
  return { type: 'faultyTaxId', fault };
}

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
  const isTaken = TAKEN_FROM_EDITS.has(said.type) && (said.type !== 'text' || reading.freeText);
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

function readPart(text: string, { freeText }: Reading): PersonEvent | null {
  const session = readSessionToEnd(text);
  if (session !== null) return { type: 'endSession', number: session };
  const event = commandOrChoice(readCommand(text, { forgiving: !freeText }));
  if (event) return event;
  const number = readTwoDigits(text);
  return number === null ? null : { type: 'number', number };
}

/**
 * What several lines mean together: polite ones add nothing, a blocked account can be unblocked and a stolen one not,
 * and otherwise those that say something have to say the same. A choice or a consent is one only where every line
 * agrees.
 */
function readLines(text: string, reading: Reading): PersonEvent | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2) return null;
  const events = lines.map((line) => readPart(line, reading)).filter((event) => !isPolite(event));
  const block = events.find((event) => event?.type === 'block');
  if (block) return block;
  const said = events.filter((event) => event !== null);
  const [first] = said;
  if (!first || said.some((event) => !isSame(event, first))) return null;
  return isAnswer(first) && said.length < events.length ? null : first;
}

function isPolite(event: PersonEvent | null): boolean {
  return event?.type === 'greet' || event?.type === 'thanks';
}

function isSame(one: PersonEvent, other: PersonEvent): boolean {
  return one.type === other.type && numberOf(one) === numberOf(other);
}

function isAnswer(event: PersonEvent): boolean {
  return event.type === 'yes' || event.type === 'no' || numberOf(event) !== null;
}

function numberOf(event: PersonEvent): number | null {
  return 'number' in event ? event.number : null;
}

/** "1 sim" is yes and "2 não" is no; where number and word disagree nothing was agreed to. */
function commandOrChoice({ command, choice }: SaidCommand): PersonEvent | null {
  if (command === null) return choice === null ? null : { type: 'choice', number: choice };
  if (command === 'yes' && choice !== null && choice !== 1) return null;
  if (command === 'no' && choice !== null && choice !== 2) return null;
  return command === 'claim' ? { type: 'claim', taxId: null } : { type: command };
}
