import type { Outcome } from '#src/app/chat/effects/all-effects.js';
import type { IdentityKey } from '#src/domain/sender.js';
import { lidOf } from '#src/domain/sender.js';
import { newChat } from '../contract/parts.js';
import type { Stage, Writer } from './stage.js';

export const KEY = 'the first phone' as IdentityKey;
export const OTHER_KEY = 'another phone' as IdentityKey;

export function withKey<Who extends Writer>(who: Who, identityKey: IdentityKey | null) {
  return { ...who, sender: { lid: lidOf(who.chat), identityKey } };
}

/** The number as it is on WhatsApp after it was registered anew: another LID, another key. */
export function stranger(person: Writer) {
  return withKey({ chat: newChat(), phone: person.phone }, OTHER_KEY);
}

/** People of the stage, and what their number opens. */
export function numberProof(stage: () => Stage) {
  /** A person whose number remembers chat, LID and key. */
  async function owner() {
    const person = await stage().person();
    const writer = withKey(person, KEY);
    await stage().act(writer, { type: 'identify' });
    return { ...person, ...writer };
  }

  async function identified(who: Writer) {
    const [answer] = await stage().act(who, { type: 'identify' });
    return (answer as Extract<Outcome, { type: 'identified' }>).person;
  }

  async function access(who: Writer) {
    return (await stage().act(who, { type: 'sendAccess', greeting: 'known' }))[0];
  }

  return { owner, identified, access };
}
