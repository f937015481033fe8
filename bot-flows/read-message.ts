import type { DialogueEvent } from '#src/app/ports/dialogue.js';
import { looksLikeCode } from '#src/domain/challenge.js';
import { findTaxId } from '#src/domain/find-tax-id.js';
import type { SaidEvent } from './chart-event.js';
import type { MediaGroup } from './copy.js';
import { readCommand, type SaidCommand } from './read-command.js';

type Message = Extract<DialogueEvent, { readonly type: 'message' }>;
type Media = Extract<DialogueEvent, { readonly type: 'media' }>['media'];

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

/**
 * Reads what a message means.
 * @param freeText the pending question takes any words (a name): only commands without a typing error are taken out of them, and a number in them is no CPF gone wrong
 */
export function readMessage(message: Message, { freeText }: { freeText: boolean }): SaidEvent {
  const { text } = message;
  if (message.late) return { type: 'late' };
  if (looksLikeCode(text)) return { type: 'pastedCode' };
  if (message.forwarded) return { type: 'forwarded' };
  const said = readCommand(text, { forgiving: !freeText });
  const found = findTaxId(text);
  if (found.ok) return { type: 'taxId', ...found.value };
  const event = commandOrChoice(said);
  if (event) return event;
  const fault = found.error.code;
  if (freeText || fault === 'tax_id_missing') return { type: 'text', text };
  return { type: 'faultyTaxId', fault };
}

export function readMedia(media: Media): SaidEvent {
  return { type: 'media', group: MEDIA_GROUP[media] };
}

/** "1 sim" is yes and "2 não" is no; where number and word disagree nothing was agreed to. */
function commandOrChoice({ command, choice }: SaidCommand): SaidEvent | null {
  if (command === null) return choice === null ? null : { type: 'choice', number: choice };
  if (command === 'yes' && choice !== null && choice !== 1) return null;
  if (command === 'no' && choice !== null && choice !== 2) return null;
  return { type: command };
}
