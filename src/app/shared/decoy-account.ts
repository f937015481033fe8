import type { Jid } from '#src/domain/jid.js';
import type { Phone } from '#src/domain/phone.js';

/** Stand in for what an unknown CPF does not have, so that both cases run the same statements. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';
export const NO_PHONE = '+550000000000' as Phone;
export const NO_CHAT = '0@lid' as Jid;

/** A chat counts as open for this long after the person wrote last. */
export const OPEN_CHAT_MS = 180 * 24 * 60 * 60_000;
