/** What pages say around passwords: signing in with one, forgetting it, choosing it. */
export interface PasswordWords {
  readonly label: string;
  readonly submit: string;
  readonly missing: string;
  /** The same whether the CPF is unknown, has no password, or the password is wrong or locked. */
  readonly wrong: string;
  tooMany(wait: string): string;
  readonly forgot: string;
  readonly firstTimeTitle: string;
  readonly firstTimeText: string;
  readonly forgotPage: {
    readonly title: string;
    readonly intro: string;
    readonly submit: string;
    readonly back: string;
  };
  readonly sentPage: { readonly title: string; readonly text: string; readonly notArrived: string };
  readonly resetPage: {
    title(maskedName: string): string;
    readonly intro: string;
    readonly submit: string;
  };
  readonly donePage: { readonly title: string; readonly text: string; readonly submit: string };
  readonly setTitle: string;
  readonly changeTitle: string;
  readonly changeIntro: string;
  readonly newLabel: string;
  /** Beside a field that is never sent. */
  readonly managerHint: string;
  readonly newHint: string;
  readonly repeatLabel: string;
  readonly save: string;
  readonly different: string;
  readonly weak: Readonly<
    Record<
      'password_too_short' | 'password_too_long' | 'password_common' | 'password_contextual',
      string
    >
  >;
}
