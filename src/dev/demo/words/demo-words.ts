import type { Locale } from '#src/domain/locale.js';
import type { Cast, StepName } from '../tour/steps.js';

export interface StepWords {
  readonly title: string;
  /** One or two plain sentences. */
  readonly text: (cast: Cast) => string;
}

/** All that the demo says in one language, in the terminal and on its start page. */
export interface DemoWords {
  readonly lang: Locale;
  /** The name of the other language, in that language. */
  readonly otherLanguage: { readonly lang: Locale; readonly name: string };
  readonly terminal: TerminalWords;
  readonly page: {
    readonly title: string;
    readonly heading: string;
    readonly phone: string;
    readonly site: string;
    readonly tour: string;
    readonly views: string;
    readonly done: string;
    readonly reload: string;
    readonly toLogin: string;
    readonly ownTab: string;
    readonly noScript: string;
    readonly lost: string;
  };
  readonly steps: Readonly<Record<StepName, StepWords>>;
  readonly end: {
    readonly title: string;
    readonly text: string;
    readonly restart: string;
    readonly allPlayed: (folder: string) => string;
  };
  readonly actions: {
    /** Types `text` on the phone; it is not sent. */
    readonly write: (text: string) => string;
    readonly written: string;
    readonly tapLink: string;
    readonly openLogin: string;
    readonly copyCpf: string;
    readonly copied: string;
    readonly stranger: string;
    readonly strangerIn: string;
    readonly strangerOut: string;
    readonly openAdmin: string;
    readonly takeBotPhone: string;
  };
  /** The page that a chat link of the product opens for a moment. */
  readonly handedOver: { readonly title: string; readonly text: string };
}

export interface TerminalWords {
  readonly usage: string;
  readonly noPort: (given: string) => string;
  readonly portInUse: (port: number) => string;
  readonly noSimulator: string;
  readonly noGoogle: string;
  readonly preparing: string;
  readonly database: string;
  readonly bot: string;
  readonly botToPair: string;
  readonly startHere: string;
  readonly startPage: string;
  readonly parts: string;
  readonly product: string;
  readonly phones: readonly [name: string, what: string];
  readonly google: readonly [name: string, what: string];
  readonly admin: string;
  readonly adminOnce: string;
  readonly known: (person: { readonly name: string; readonly cpf: string }) => string;
  readonly end: string;
}

/** What people write to the bot, which depends on the language of the bot. */
export interface Utterances {
  readonly hello: string;
  readonly yes: string;
  readonly enter: string;
  readonly block: string;
}
