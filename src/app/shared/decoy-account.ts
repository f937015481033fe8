import type { Jid } from '#src/domain/jid.js';
import type { Phone } from '#src/domain/phone.js';
import type { Random } from '../ports/random.js';

/** Stand in for what an unknown CPF does not have, so that both cases run the same statements. */
export const DECOY_ACCOUNT = '00000000-0000-0000-0000-000000000000';
export const NO_PHONE = '+550000000000' as Phone;

/**
 * A chat that does not exist, another one each time, so that decoys of several people are claimed side by side. A LID
 * has no leading zero.
 */
export function decoyChat(random: Pick<Random, 'below'>): Jid {
  return `0${random.below(1e14)}@lid` as Jid;
}

/** A chat counts as open for this long after the person wrote last. */
export const OPEN_CHAT_MS = 180 * 24 * 60 * 60_000;
