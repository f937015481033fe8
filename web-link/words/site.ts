import type { ErrorCode } from '#src/domain/error-code.js';
import type { AccountWords } from './account.js';
import type { GoogleWords } from './google.js';
import type { PasswordWords } from './password.js';
import type { WhatsAppLoginWords } from './request.js';

interface ErrorWords {
  readonly title: string;
  readonly text: string;
}

/** What the pages are written with. */
export interface Words extends SiteWords {
  /** IANA name of the zone that times are told in. */
  readonly timeZone: string;
}

/** Everything the pages say; one constant per language. */
export interface SiteWords {
  /** BCP 47, for `<html lang>`. */
  readonly lang: string;
  readonly productName: string;
  readonly tagline: string;
  readonly skipToContent: string;
  /** "em 40 segundos", "em 5 minutos", "em 2 horas". */
  wait(seconds: number): string;
  readonly login: {
    readonly title: string;
    readonly whatsappSubmit: string;
    readonly google: string;
    readonly or: string;
    readonly taxIdLabel: string;
    readonly taxIdHint: string;
    readonly submit: string;
    readonly taxIdMissing: string;
    readonly taxIdWrongLength: string;
    readonly taxIdWrongDigit: string;
    readonly downTitle: string;
    readonly downText: string;
    readonly heldTitle: string;
    readonly heldText: string;
    readonly retry: string;
    tooMany(wait: string): string;
    readonly chatLink: string;
    readonly chatText: string;
    readonly fullKeyboard: string;
    readonly haveCode: string;
    readonly signedOut: string;
  };
  readonly whatsapp: WhatsAppLoginWords;
  readonly password: PasswordWords;
  readonly account: AccountWords;
  readonly google: GoogleWords;
  readonly code: {
    readonly title: string;
    readonly intro: string;
    readonly label: string;
    readonly hint: string;
    readonly submit: string;
    readonly malformed: string;
    wrong(attemptsLeft: number): string;
    readonly expired: string;
    readonly exhausted: string;
    /** No code goes out for this request, whosever the CPF is; what helps instead. */
    held(wait: string): string;
    tooMany(wait: string): string;
    readonly again: string;
    /** The heading when only another code helps. */
    readonly over: string;
    /** Carries `{seconds}`, which the script of the page counts down. */
    readonly againIn: string;
    readonly againLater: string;
    readonly notArrivedTitle: string;
    readonly notArrivedText: string;
    readonly neverShare: string;
    readonly otherTaxId: string;
  };
  readonly link: {
    title(maskedName: string): string;
    readonly intro: string;
    readonly submit: string;
    readonly cancel: string;
    readonly notYou: string;
    sameAccount(name: string): string;
    otherAccount(name: string): string;
    readonly otherAccountSubmit: string;
    readonly used: ErrorWords;
    readonly expired: ErrorWords;
    readonly invalid: ErrorWords;
    tooMany(wait: string): string;
    readonly askAgain: string;
    readonly goToDashboard: string;
  };
  readonly dashboard: {
    hello(firstName: string): string;
    readonly title: string;
    readonly intro: string;
    readonly name: string;
    readonly taxId: string;
    readonly ways: string;
    readonly signOut: string;
    readonly sample: string;
  };
  readonly errors: {
    readonly summary: string;
    readonly noCookies: string;
    readonly notFound: ErrorWords;
    readonly broken: ErrorWords;
    readonly malformed: ErrorWords;
    readonly method: ErrorWords;
    readonly tooMany: ErrorWords;
    readonly unavailable: ErrorWords;
    readonly origin: { readonly title: string; text(publicUrl: string): string };
    readonly requestId: string;
    readonly home: string;
  };
  /** The `detail` of a problem when there is nothing more precise to say. */
  readonly problems: Readonly<Record<ErrorCode, string>>;
}
