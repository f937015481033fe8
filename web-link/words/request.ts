/** What the page of a login request says while the person approves it in WhatsApp. */
export interface WhatsAppLoginWords {
  readonly title: string;
  /** Before there is a request. */
  readonly startText: string;
  readonly start: string;
  tooMany(wait: string): string;
  readonly messageTitle: string;
  /** Shown where the page is touched, and where it is not. */
  readonly messageOnPhone: string;
  readonly messageOnComputer: string;
  readonly open: string;
  readonly qrLabel: string;
  readonly byHandTitle: string;
  byHand(phone: string): string;
  readonly codeLabel: string;
  readonly numberTitle: string;
  readonly numberText: string;
  readonly neverTell: string;
  readonly states: {
    readonly pending: string;
    readonly approved: string;
    readonly denied: { readonly title: string; readonly text: string };
    readonly expired: { readonly title: string; readonly text: string };
    readonly down: { readonly title: string; readonly text: string };
    readonly offline: string;
    readonly replaced: string;
  };
  /** Asked where this browser was not in that account last. */
  readonly confirm: {
    title(maskedName: string): string;
    readonly text: string;
    readonly submit: string;
    readonly notYou: string;
    readonly another: string;
  };
  readonly approvedSubmit: string;
  readonly enter: string;
  readonly tooEarly: string;
  readonly again: string;
  readonly here: string;
  readonly otherWay: string;
  readonly notApproved: string;
}
