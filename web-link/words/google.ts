interface Said {
  readonly title: string;
  readonly text: string;
}

/** What the pages of the way by Google say. */
export interface GoogleWords {
  /** `name` as Google says it; null when that is no name. */
  linkTitle(name: string | null): string;
  readonly linkIntro: string;
  readonly submit: string;
  readonly codeSubmit: string;
  readonly noCode: string;
  readonly cancel: string;
  readonly wrongPassword: string;
  tooMany(wait: string): string;
  /** How somebody without an account gets one on the way. */
  readonly newTitle: string;
  readonly newText: string;
  readonly codeTitle: string;
  readonly codeIntro: string;
  readonly otherTaxId: string;
  readonly chat: {
    title(maskedName: string): string;
    readonly intro: string;
    readonly submit: string;
    /** Where nobody is signed in in this browser. */
    readonly signInFirst: string;
    readonly signIn: string;
  };
  /** A signed-in person adds Google. */
  readonly add: { readonly title: string; readonly intro: string };
  readonly unlink: {
    readonly title: string;
    readonly intro: string;
    readonly submit: string;
    readonly askCode: string;
    readonly codeIntro: string;
  };
  /** The page is shown inside another app, where Google signs nobody in. */
  readonly inApp: Said & { readonly openChrome: string; readonly back: string };
  readonly unavailable: Said;
  readonly invalid: Said;
  readonly stale: Said;
  readonly blocked: Said;
  readonly contested: Said;
  readonly taken: Said;
  readonly another: Said;
  readonly otherHere: Said;
  readonly linkOver: Said;
  readonly stepUp: Said;
  readonly busy: Said;
  readonly otherWays: string;
  readonly backToAccount: string;
}
