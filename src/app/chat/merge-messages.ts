import type { InboundContent } from '../ports/channel.js';
import type { NoPhone } from '#src/domain/phone.js';
import { isSameSender, type Sender } from '#src/domain/sender.js';
import type { WaitingMessage } from '../ports/tables/inbox.js';

/** A message that waited longer than this is answered, not executed (security case 18). */
const LATE_MS = 5 * 60_000;

/** What a person said in one go: texts joined line by line, or a single other message. */
export interface Said {
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
 * Reads the waiting messages of a chat as what one person said at once, so that five messages get one answer. Texts
 * that follow each other are one text; forwarded, late and other people's words never mix with them. Beside a text,
 * pictures and voices go unanswered: the text says what is wanted.
 */
export function readBurst(messages: readonly WaitingMessage[], now: Date): readonly Said[] {
  const all = messages.map((message) => {
    const { content, phone, noPhone, sender } = message;
    return { content, phone, noPhone, sender, late: isLate(message, now) };
  });
  const texts = all.filter(({ content }) => content.kind === 'text' || content.kind === 'later');
  if (texts.length === 0) return all.slice(0, 1);
  return texts.reduce<readonly Said[]>((said, next) => {
    const last = said.at(-1);
    const joined = last === undefined ? null : join(last, next);
    return joined === null ? [...said, next] : [...said.slice(0, -1), joined];
  }, []);
}

function join(left: Said, right: Said): Said | null {
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
