import { fail, ok, type Result } from './result.js';

/** The address of a one-to-one WhatsApp chat as it was received; never built from typed digits. */
export type Jid = string & { readonly __brand: 'Jid' };

const CHAT = /^[0-9]{1,20}(?::[0-9]{1,5})?@(?:lid|s\.whatsapp\.net)$/;

/**
 * Takes the address of a person's chat. Groups, broadcasts, newsletters and bots are not one.
 * @param raw `123@lid` or `55119…@s.whatsapp.net`, with or without a device number
 */
export function parseJid(raw: string): Result<Jid, { readonly code: 'not_a_chat' }> {
  if (!CHAT.test(raw)) return fail({ code: 'not_a_chat' });
  return ok(raw.replace(/:[0-9]+@/, '@') as Jid);
}
