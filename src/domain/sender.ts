import type { Jid } from './jid.js';

/** The digits of a WhatsApp account's hidden address (`123@lid`). A number that is registered anew gets another one. */
export type Lid = string & { readonly __brand: 'Lid' };

/**
 * The public Signal identity key of a WhatsApp account's phone, in base64. A new phone or a reinstall has another one.
 */
export type IdentityKey = string & { readonly __brand: 'IdentityKey' };

/** Which WhatsApp account and which phone a message came from; null where WhatsApp did not say. */
export interface Sender {
  readonly lid: Lid | null;
  readonly identityKey: IdentityKey | null;
}

/** The LID in the address of a chat, or null for a chat that is addressed by number. */
export function lidOf(chat: Jid): Lid | null {
  return chat.endsWith('@lid') ? (chat.slice(0, chat.indexOf('@')) as Lid) : null;
}

/** The address of the chat with this WhatsApp account. */
export function chatOfLid(lid: Lid): Jid {
  return `${lid}@lid` as Jid;
}

export function isSameSender(one: Sender, other: Sender): boolean {
  return one.lid === other.lid && one.identityKey === other.identityKey;
}

/**
 * How a sender compares with what a number was last proven with (docs/decisions/0011):
 * - `known`: the same WhatsApp account on the same phone.
 * - `new_phone`: the same account, another key: a new phone or a reinstall. Also another address of a number whose row
 *   from before remembers its chat only.
 * - `new_account`: another WhatsApp account has the number now, or it cannot be told that it is the same.
 * - `unremembered`: the number has no memory yet; it trusts the first sender.
 */
export type Acquaintance = 'known' | 'new_phone' | 'new_account' | 'unremembered';

/**
 * Compares a sender with a number's memory.
 * @param same what is the same; null where the number remembers nothing. A sender who does not say is never the same.
 */
export function judgeSender(same: {
  readonly lid: boolean | null;
  readonly key: boolean | null;
  /** Whether the chat is the one that the number was last trusted in, or may be another address of it. */
  readonly chat: boolean | null;
  /** Whether it is that very one. */
  readonly inTrustedChat: boolean;
  /** Whether the sender's LID is known. */
  readonly saysLid: boolean;
}): Acquaintance {
  const { lid, key, chat, inTrustedChat, saysLid } = same;
  if (lid === true) return key === false ? 'new_phone' : 'known';
  if (lid === false) return !saysLid && key === true ? 'known' : 'new_account';
  if (key !== null) return key ? 'known' : 'new_account';
  if (chat === null || inTrustedChat) return 'unremembered';
  // An older row whose chat was addressed by number: its owner's LID cannot be told from a stranger's, so the CPF is
  // asked.
  return chat ? 'new_phone' : 'new_account';
}
