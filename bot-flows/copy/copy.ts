import type { ChallengePurpose } from '#src/domain/challenge.js';
import type { AccessGreeting } from '#src/app/ports/access-copy.js';
import type { NumberWaitView } from '#src/app/ports/dialogue.js';
import type { NoPhone } from '#src/domain/phone.js';
import type { NoticeTopic } from '#src/app/ports/tables/owner-notices.js';
import type { LocalMoment } from '#src/domain/time-zone.js';
import type { SayTime } from './say-time.js';

/** Kinds of message the bot cannot read, as far as the answer differs. */
export type MediaGroup =
  'audio' | 'picture' | 'sticker' | 'document' | 'location' | 'contact' | 'unsupported';

/** What a browser said of itself: names from closed lists, or null. */
export interface SaidDevice {
  readonly browser: string | null;
  readonly system: string | null;
}

/** For texts that tell a moment. */
interface Timed {
  readonly times: SayTime;
}

/** The texts of the ways in: menu, identification, registration, access, a page's request. */
interface EntryCopy {
  /** First contact with a number that nobody registered. */
  readonly welcome: () => string;
  readonly menu: (p: { readonly name: string }) => string;
  readonly menuWhileLeaving: (p: Timed & { readonly name: string; readonly dueAt: Date }) => string;
  readonly menuAgain: () => string;
  /** Says why nobody gets in from this number, and what to do. */
  readonly noPhone: (p: { readonly reason: NoPhone }) => string;

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

  /** Step-up: says kindly why the number alone is not enough. */
  readonly askProof: (p: {
    readonly reason: 'new_account' | 'identity_changed' | 'dormant';
  }) => string;
  /** The CPF is right and not enough: what another WhatsApp account on the number waits for. */
  readonly numberWaits: (p: Timed & { readonly wait: NumberWaitView }) => string;
  readonly proofWrong: () => string;
  readonly proofPaused: () => string;

  readonly askName: () => string;
  readonly askNameAgain: () => string;
  /** After a claim that was upheld: the name of whoever had the account does not stay. */
  readonly askOwnName: () => string;
  readonly askConsent: (p: { readonly privacyUrl: string }) => string;
  /** ENTRAR or NÃO RECEBI in the middle of a registration: what is still missing for the link. */
  readonly linkNeedsTaxId: () => string;
  readonly linkNeedsName: () => string;
  readonly linkNeedsConsent: () => string;
  readonly consentDeclined: () => string;
  readonly registrationRefused: () => string;
  /** Registered on the way to a page's request. */
  readonly registeredFirst: () => string;

  readonly codeKilled: () => string;
  readonly accessTooSoon: (p: { readonly seconds: number }) => string;
  readonly accessTooMany: (p: { readonly seconds: number }) => string;
  readonly accessBlocked: () => string;

  readonly askTaxIdForRequest: () => string;
  readonly requestShown: (
    p: Timed & SaidDevice & { readonly askedAt: Date; readonly choices: readonly number[] },
  ) => string;
  readonly requestAgain: (p: { readonly choices: readonly number[] }) => string;
  readonly requestApproved: () => string;
  readonly requestWrongNumber: () => string;
  readonly requestExpired: () => string;
  readonly requestNotFound: () => string;
  readonly requestTooManyTries: () => string;
  /** NÃO: somebody else asked. */
  readonly requestDenied: () => string;
}

/** The texts of the security console: other ways in, sessions, block, number, data. */
interface ConsoleCopy {
  /** Nobody signs in with Google here. */
  readonly googleNotOffered: () => string;
  readonly googleLinkedAlready: () => string;
  readonly googleNotLinked: () => string;
  /** No way in comes or goes while somebody's claim on the CPF waits. */
  readonly accountContested: () => string;
  readonly resetTooSoon: (p: { readonly seconds: number }) => string;
  readonly resetTooMany: (p: { readonly seconds: number }) => string;

  readonly sessions: (
    p: Timed & {
      readonly sessions: readonly (SaidDevice & {
        readonly n: number;
        readonly lastSeenAt: Date;
      })[];
    },
  ) => string;
  readonly sessionsAgain: () => string;
  readonly noSessions: () => string;
  readonly sessionEnded: (p: { readonly count: number }) => string;
  readonly askEndAll: () => string;
  readonly allEnded: (p: { readonly count: number }) => string;
  readonly nothingEnded: () => string;

  readonly blocked: () => string;
  /** The same from a phone or WhatsApp account that cannot undo it. */
  readonly blockedForTeam: () => string;
  readonly accountBlocked: () => string;
  /** Only the team ends this block. */
  readonly accountBlockedByTeam: () => string;
  /** "Não fui eu", and it is not clear what it is about. */
  readonly askBlock: () => string;
  readonly notBlockedThen: () => string;
  readonly askTaxIdToUnblock: () => string;
  readonly unblocked: () => string;
  readonly notBlocked: () => string;
  /** An unknown number asked for something that only an account has. */
  readonly nobodyHere: () => string;

  readonly askTaxIdOfOldNumber: () => string;
  /** The same whether the CPF exists or not. */
  readonly numberChangeAsked: () => string;
  readonly numberChangeNotAsked: () => string;
  /** NÃO: whoever asked for the account from another WhatsApp gets nothing. */
  readonly numberChangeRefused: () => string;
  readonly numberHasAccount: () => string;
  readonly askClaimedTaxId: () => string;
  readonly claimRecorded: () => string;

  readonly data: (
    p: Timed & {
      readonly name: string;
      readonly taxIdMasked: string;
      readonly phones: readonly string[];
      readonly since: Date;
      readonly sessions: number;
    },
  ) => string;
  readonly dataExport: (p: { readonly exportUrl: string }) => string;
  readonly askDeletion: () => string;
  readonly nothingDeleted: () => string;
  readonly deletionScheduled: (p: Timed & { readonly dueAt: Date }) => string;
  readonly deletionAhead: (p: Timed & { readonly dueAt: Date }) => string;
  readonly deletionCancelled: () => string;
  readonly notLeaving: () => string;
}

/**
 * Everything the conversation says. Each text is at most 300 characters with its longest parameters and holds at most
 * one question; none repeats a full CPF or carries a link beside a code.
 */
export interface ChatCopy extends EntryCopy, ConsoleCopy {
  readonly howToStart: () => string;
  readonly offerHelp: () => string;
  /** The last answer before the bot waits in silence: people read it, another bot ends its loop here. */
  readonly fallSilent: () => string;
  /** The one answer to abuse. */
  readonly calm: () => string;
  readonly help: () => string;
  readonly cancelled: () => string;
  readonly thanks: () => string;
  readonly forwarded: () => string;
  readonly late: () => string;
  readonly edited: () => string;
  /** WhatsApp showed only that there was a message. */
  readonly missing: () => string;
  /** Before an answer, when the stored conversation could not be read. */
  readonly restarted: () => string;
  /** Before an answer, when what was asked ten minutes ago is no longer waited for. */
  readonly timePassed: () => string;
  readonly media: (p: { readonly group: MediaGroup }) => string;
  readonly humanCalled: (
    p: Timed & {
      readonly until: Date;
      readonly open: boolean;
      readonly opens: LocalMoment | null;
    },
  ) => string;
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
  /** No code follows: they are paused, and the link brings them back. */
  readonly linkOnly: (p: {
    readonly greeting: AccessGreeting;
    readonly name: string;
    readonly url: string;
    readonly linkMinutes: number;
  }) => string;
  /** Says what the code is for: whoever asks for it on the phone may say something else. */
  readonly pageCode: (p: {
    readonly purpose: ChallengePurpose;
    readonly codeMinutes: number;
  }) => string;
  readonly signedIn: (p: Timed & SaidDevice & { readonly at: Date }) => string;
  readonly numberChangeAsked: (p: { readonly newPhoneMasked: string }) => string;
  readonly numberChanged: (p: { readonly newPhoneMasked: string }) => string;
  readonly numberWaitAsked: (p: Timed & { readonly opensAt: Date | null }) => string;
  readonly numberWaitConfirmed: () => string;
  readonly numberWaitAccepted: () => string;
  readonly claimUpheld: () => string;
  readonly claimRejected: () => string;
  readonly claimLost: () => string;
  readonly googleLink: (p: { readonly url: string; readonly linkMinutes: number }) => string;
  /** The page that it leads to asks for a code, which comes in another message. */
  readonly googleUnlink: (p: { readonly url: string; readonly linkMinutes: number }) => string;
  readonly passwordReset: (p: { readonly url: string; readonly linkMinutes: number }) => string;
  readonly googleLinked: (p: Timed & { readonly at: Date }) => string;
  readonly googleUnlinked: (p: Timed & { readonly at: Date }) => string;
  readonly guessing: (p: Timed & { readonly at: Date }) => string;
  readonly sessionCopied: (p: Timed & { readonly at: Date }) => string;
  readonly passwordChanged: (p: Timed & { readonly at: Date }) => string;
  /** `count` of them, and the last one's text. */
  readonly joined: (p: {
    readonly topic: NoticeTopic;
    readonly count: number;
    readonly text: string;
  }) => string;
  readonly deletionScheduled: (p: Timed & { readonly dueAt: Date }) => string;
  readonly deleted: () => string;
  readonly botIsBack: () => string;
  /** `code` with its dash; read-message.ts knows the words before it. */
  readonly requestText: (p: { readonly code: string }) => string;
  /** After too many messages, once. */
  readonly pausing: (p: Timed & { readonly until: Date }) => string;
  /** When an answer failed several times: the person has to write again. */
  readonly trouble: () => string;
}

/** One language of the catalogue; a missing text does not compile. */
export interface Copy {
  readonly chat: ChatCopy;
  readonly access: AccessTexts;
}
