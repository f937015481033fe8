import type { InboundContent } from '../ports/channel.js';
import type { NoPhone } from '#src/domain/phone.js';
import { isSameSender, type Sender } from '#src/domain/sender.js';
import type { WaitingMessage } from '../ports/tables/inbox.js';

/** A message that waited longer than this is answered, not executed (security case 18). */
const LATE_MS = 5 * 60_000;

/** What a person wrote in one go: texts joined line by line, or a single other message. */
export interface MergedMessage {
  readonly content: InboundContent;
  readonly late: boolean;
  readonly phone: WaitingMessage['phone'];
  readonly noPhone: NoPhone | undefined;
  readonly sender: Sender;
}

export function isLate(message: WaitingMessage, now: Date): boolean {
  return now.getTime() - message.sentAt.getTime() > LATE_MS;
}

/**
 * Merges the waiting messages of a chat, so that five messages in a row get one answer. Texts that follow each other
 * become one text, also with forwarded ones between them; forwarded and late texts, and those of another sender, are never merged with the rest. Where there is a
 * text, pictures and voice messages get no answer of their own: the text says what is wanted.
 */
export function mergeMessages(
  messages: readonly WaitingMessage[],
  now: Date,
): readonly MergedMessage[] {
  const all = messages.map((message) => {
    const { content, phone, noPhone, sender } = message;
    return { content, phone, noPhone, sender, late: isLate(message, now) };
  });
  const texts = all.filter(({ content }) => content.kind === 'text' || content.kind === 'later');
  if (texts.length === 0) return all.slice(0, 1);
  const merged: MergedMessage[] = [];
  for (const next of texts) {
    const before = joinable(merged, next);
    if (before === null) merged.push(next);
    else merged[before.at] = before.joined;
  }
  return merged;
}

/**
 * What the text joins: the own text before it, over forwarded ones. Else "ta bom" would answer a question that the text
 * before leads to, and that nobody has read yet.
 */
function joinable(
  merged: readonly MergedMessage[],
  next: MergedMessage,
): { readonly at: number; readonly joined: MergedMessage } | null {
  for (let at = merged.length - 1; at >= 0; at -= 1) {
    const one = merged[at];
    if (one === undefined) return null;
    const joined = join(one, next);
    if (joined !== null) return { at, joined };
    if (one.content.kind !== 'text' || !one.content.forwarded) return null;
  }
  return null;
}

function join(left: MergedMessage, right: MergedMessage): MergedMessage | null {
  const { content: first, late, phone, noPhone, sender } = left;
  const { content: second } = right;
  if (first.kind !== 'text' || second.kind !== 'text') return null;
  if (first.forwarded !== second.forwarded) return null;
  if (late !== right.late || phone !== right.phone || noPhone !== right.noPhone) return null;
  if (!isSameSender(sender, right.sender)) return null;
  // Of several forwarded messages none is executed; one is enough to say so.
  const text = first.forwarded ? first.text : `${first.text}\n${second.text}`;
  const content = { kind: 'text', text, forwarded: first.forwarded } as const;
  return { content, late, phone, noPhone, sender };
}
