import type { Hold } from '#src/domain/hold.js';

/** `unsolicited`: messages to people who did not just write; `answers`: to those who did. */
export type HoldKind = 'unsolicited' | 'answers';

/** The breakers of the bot's number, so that a restart or another owner does not forget that WhatsApp has refused. */
export interface ChannelHolds {
  read(): Promise<Readonly<Record<HoldKind, Hold | null>>>;
  /** Replaces what is stored of this kind. One owner writes at a time. */
  write(kind: HoldKind, hold: Hold): Promise<void>;
}
