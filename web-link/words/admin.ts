import type { PasswordFault } from '#src/app/admin/setup.js';
import type { BotNumberRefusal } from '#src/domain/bot-number.js';

/** Everything an admin reads on the pages under /admin, apart from the states of the channel. */
export interface AdminWords {
  readonly product: string;
  readonly password: string;
  readonly setup: {
    readonly title: string;
    readonly intro: string;
    readonly rules: readonly string[];
    readonly again: string;
    readonly submit: string;
    readonly mismatch: string;
    readonly weak: Readonly<Record<PasswordFault, string>>;
    readonly invalidTitle: string;
    readonly invalid: string;
    readonly done: string;
  };
  readonly login: {
    readonly title: string;
    readonly submit: string;
    readonly wrong: string;
    readonly empty: string;
    readonly forgotten: string;
  };
  /** @param wait "em 5 minutos" */
  readonly tooMany: (wait: string) => string;
  readonly logout: string;
  readonly whatsapp: WhatsAppWords;
}

export interface WhatsAppWords {
  readonly title: string;
  readonly since: string;
  readonly number: string;
  readonly whatToDo: string;
  readonly heldTitle: string;
  readonly held: string;
  readonly stepUpTitle: string;
  readonly stepUp: string;
  readonly stepUpSubmit: string;
  readonly qrTitle: string;
  readonly qrLabel: string;
  readonly qrChanges: string;
  /** `{s}` stands for the seconds since the QR code changed. */
  readonly qrAge: string;
  readonly codeTitle: string;
  readonly codeHow: string;
  readonly stuckTitle: string;
  readonly stuck: readonly string[];
  readonly connectTitle: string;
  readonly pair: string;
  readonly retry: string;
  readonly nextTry: string;
  readonly byCode: string;
  readonly byCodeHow: string;
  readonly phone: string;
  readonly byCodeSubmit: string;
  readonly phoneRefused: Readonly<Record<BotNumberRefusal['code'], string>>;
  readonly logoutBot: string;
  readonly logoutBotWarning: string;
  readonly logoutBotConfirm: string;
  readonly asked: string;
  readonly reload: string;
  readonly noScript: string;
  readonly offline: string;
}
