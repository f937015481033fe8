import type { ChallengePurpose } from '#src/domain/challenge.js';
import type { PersonName } from '#src/domain/person-name.js';
import type { NoticeTopic } from './tables/owner-notices.js';

export type AccessGreeting = 'known' | 'registered' | 'again';

/**
 * What the application says outside of the dialogue, such as the messages that give access; `bot-flows` has the texts.
 */
export interface AccessCopy {
  /** The message with the magic link. Never the code. */
  link(input: {
    readonly greeting: AccessGreeting;
    readonly name: PersonName;
    readonly url: string;
  }): string;
  /** The message with the link while too many wrong codes have paused codes: says so, and that no code follows. */
  linkOnly(input: {
    readonly greeting: AccessGreeting;
    readonly name: PersonName;
    readonly url: string;
  }): string;
  /** The message with the code alone. Never a link. */
  code(code: string): string;
  /** A code that a page asked for, sent to an open chat: names what it opens. */
  pageCode(input: { readonly purpose: ChallengePurpose }): string;
  /** After a sign-in from a new device; names BLOQUEAR as the way out. `at` in the copy's own time zone. */
  signedIn(input: {
    readonly browser: string | null;
    readonly system: string | null;
    readonly at: Date;
  }): string;
  /** The link to where the owner links a Google account. Never a code. */
  googleLink(input: { readonly url: string }): string;
  /** The link to the page that takes Google away; says that it asks for a code. Never the code. */
  googleUnlink(input: { readonly url: string }): string;
  /** The link to a page where a new password is chosen. */
  passwordReset(input: { readonly url: string }): string;
  /** A password was set, changed or reset; names BLOQUEAR as the way out. */
  passwordChanged(input: { readonly at: Date }): string;
  /** The name was changed on the page of the account; names BLOQUEAR as the way out, and not the name. */
  nameChanged(input: { readonly at: Date }): string;
  /** A used refresh token came again and its session was ended (security case 44); names BLOQUEAR as the way out. */
  sessionCopied(input: { readonly at: Date }): string;
  /**
   * Strangers guess at the password or the codes; says that no one signed in, and what can be done. Once a day at the
   * most.
   */
  guessing(input: { readonly at: Date }): string;
  /** Everything is deleted then; asked for on the page of the account. */
  deletionScheduled(input: { readonly dueAt: Date }): string;
  /** Several notices of one topic in one message: how many came after the first, and the last one's text. */
  joined(input: {
    readonly topic: NoticeTopic;
    readonly count: number;
    readonly text: string;
  }): string;
  /** A Google account became a way in; names BLOQUEAR as the way out. */
  googleLinked(input: { readonly at: Date }): string;
  /** A Google account is a way in no more; names BLOQUEAR, too. */
  googleUnlinked(input: { readonly at: Date }): string;
  /** On the old number: a request to move this account to another number; TROCAR confirms, NÃO refuses. */
  numberChangeAsked(input: { readonly newPhoneMasked: string }): string;
  /**
   * Where the account is known: another WhatsApp with the same number asks for access, and gets it at `opensAt` unless
   * it is refused (null: only when confirmed); TROCAR confirms, NÃO refuses.
   */
  numberWaitAsked(input: { readonly opensAt: Date | null }): string;
  /** Where it was confirmed: the other WhatsApp opens the account from now on. */
  numberWaitConfirmed(): string;
  /** To the WhatsApp that waited: it opens the account now. */
  numberWaitAccepted(): string;
  /** On both numbers, after it was confirmed. */
  numberChanged(input: { readonly newPhoneMasked: string }): string;
  /**
   * To the person who claimed a CPF: the admin found that it is theirs, and this number opens the account from now on.
   */
  claimUpheld(): string;
  /** To the person who claimed a CPF: the admin could not find that it is theirs. */
  claimRejected(): string;
  /** To the numbers that opened the account until then: they do not any more. */
  claimLost(): string;
  /** Seven days are over and everything is gone. */
  deleted(): string;
  /** The admin gave the chat back to the bot, or the pause is over. */
  botIsBack(): string;
  /** The prefilled text of a page's `wa.me` button; the bot reads the code out of it. */
  requestText(code: string): string;
  /** Too many messages: the bot is silent until then, except for BLOQUEAR. Said once. */
  pausing(input: { readonly until: Date }): string;
  /** Said when the bot could not answer after several tries; asks to write again. */
  trouble(): string;
}
