import type { BinaryNode } from '@whiskeysockets/baileys';

/**
 * Baileys takes the content of an unencrypted `<plaintext>` node for a message of the chat it names. Nothing but the
 * server vouches for it, and a login hangs on who wrote: the node is taken out of the stanza before the library reads
 * it. What remains of a message without any encrypted part is one that the library acknowledges and forgets.
 * @param frame what came in; changed in place
 */
export function dropUnencrypted(frame: unknown): void {
  if (!isMessage(frame) || !Array.isArray(frame.content)) return;
  const rest = frame.content.filter((child) => child.tag !== 'plaintext');
  if (rest.length === frame.content.length) return;
  frame.content = rest.some((child) => child.tag === 'enc') ? rest : [UNREADABLE];
}

/** Baileys acknowledges this one without an event and without asking the phone for the text. */
const UNREADABLE: BinaryNode = { tag: 'unavailable', attrs: { type: 'bot_unavailable_fanout' } };

function isMessage(frame: unknown): frame is BinaryNode {
  return typeof frame === 'object' && frame !== null && 'tag' in frame && frame.tag === 'message';
}
