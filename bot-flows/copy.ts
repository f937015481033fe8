import type { AccessGreeting } from '#src/app/ports/dialogue.js';

/** Kinds of message the bot cannot read, as far as the answer differs. */
export type MediaGroup =
  'audio' | 'picture' | 'sticker' | 'document' | 'location' | 'contact' | 'unsupported';

/**
 * Everything the conversation says. Each text is at most 300 characters with its longest parameters and holds at most
 * one question; none repeats a full CPF or carries a link beside a code.
 */
export interface ChatCopy {
  /** First contact with a number that nobody registered. */
  readonly welcome: () => string;
  readonly menu: (p: { readonly name: string }) => string;
  readonly menuAgain: () => string;
  readonly howToStart: () => string;
  readonly offerHelp: () => string;
  /** The last answer before the bot waits in silence: people read it, another bot ends its loop here. */
  readonly fallSilent: () => string;
  readonly help: () => string;
  readonly cancelled: () => string;
  readonly thanks: () => string;
  readonly forwarded: () => string;
  readonly late: () => string;
  /** Before an answer, when the stored conversation could not be read. */
  readonly restarted: () => string;
  /** Before an answer, when what was asked ten minutes ago is no longer waited for. */
  readonly timePassed: () => string;
  readonly media: (p: { readonly group: MediaGroup }) => string;
  readonly noPhone: () => string;

  readonly askTaxId: () => string;
  readonly askTaxIdAgain: () => string;
  readonly taxIdMissing: () => string;
  readonly taxIdWrongLength: () => string;
  readonly taxIdWrongDigit: () => string;
  readonly taxIdSeveral: () => string;
  readonly taxIdPaused: () => string;
  readonly confirmTaxId: (p: { readonly kind: 'cpf' | 'cnpj'; readonly masked: string }) => string;
  /** The same for a CPF nobody registered and for one that belongs elsewhere (security case 12). */
  readonly notFoundHere: () => string;
  readonly tooManyTaxIds: () => string;

  readonly askName: () => string;
  readonly askNameAgain: () => string;
  readonly askConsent: (p: { readonly privacyUrl: string }) => string;
  readonly consentDeclined: () => string;
  readonly registrationRefused: () => string;

  readonly codeKilled: () => string;
  readonly accessTooSoon: (p: { readonly seconds: number }) => string;
  readonly accessTooMany: (p: { readonly seconds: number }) => string;
  readonly accessBlocked: () => string;
}

interface AccessTexts {
  /** Goes right before the message with the code, so it carries the warning for it. */
  readonly link: (p: {
    readonly greeting: AccessGreeting;
    readonly name: string;
    readonly url: string;
    readonly linkMinutes: number;
    readonly codeMinutes: number;
  }) => string;
  readonly pageCode: (p: { readonly codeMinutes: number }) => string;
  /** When an answer failed several times: the person has to write again. */
  readonly trouble: () => string;
}

/** One language of the catalogue; a missing text does not compile. */
export interface Copy {
  readonly chat: ChatCopy;
  readonly access: AccessTexts;
}
