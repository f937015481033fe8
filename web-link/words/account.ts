import type { CredentialName, SignInMethodName } from '#src/domain/sign-in-method.js';

/** What the pages of a signed-in person's account say. */
export interface AccountWords {
  readonly title: string;
  readonly whoTitle: string;
  readonly waysTitle: string;
  readonly methods: Readonly<Record<CredentialName, string>>;
  since(day: string): string;
  readonly setPassword: string;
  readonly changePassword: string;
  readonly linkGoogle: string;
  readonly unlinkGoogle: string;
  readonly devicesTitle: string;
  readonly thisDevice: string;
  lastSeen(moment: string): string;
  readonly unknownDevice: string;
  /** How a device was signed in. */
  readonly ways: Readonly<Record<SignInMethodName, string>>;
  readonly endSession: string;
  /** For screen readers: which one ends. */
  endThat(device: string): string;
  readonly endAll: string;
  /** Asks before every device is signed out. */
  readonly endAllPage: {
    readonly title: string;
    readonly text: string;
    readonly cancel: string;
  };
  readonly dataTitle: string;
  readonly dataText: string;
  readonly download: string;
  readonly deleteAccount: string;
  deletionAhead(day: string): string;
  /** What goes then, what holds until then, and both ways to call it off. */
  readonly deletionAheadText: string;
  readonly keepAccount: string;
  /** Another WhatsApp account with the account's number waits. */
  readonly numberWait: {
    readonly title: string;
    asked(moment: string): string;
    readonly staysShut: string;
    readonly consequence: string;
    readonly yes: string;
    readonly no: string;
  };
  /** Another phone or WhatsApp account took the place of the one before. */
  renewed(moment: string): string;
  /** After BLOQUEAR. */
  readonly waysClosed: string;
  readonly contestedTitle: string;
  readonly contestedText: string;
  readonly done: Readonly<
    Record<
      | 'password'
      | 'session'
      | 'kept'
      | 'linked'
      | 'unlinked'
      | 'numberConfirmed'
      | 'numberRefused'
      | 'numberOver',
      string
    >
  >;
  readonly confirm: {
    readonly title: string;
    readonly intro: string;
    readonly withPassword: string;
    readonly submit: string;
    readonly wrongPassword: string;
    readonly askCode: string;
    readonly codeIntro: string;
    readonly withGoogle: string;
    readonly cancel: string;
  };
  readonly deletion: {
    readonly title: string;
    readonly text: string;
    readonly submit: string;
    readonly cancel: string;
  };
  readonly toAccount: string;
}
