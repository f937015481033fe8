import type { Jid } from '#src/domain/jid.js';

/** A phone could not read one of our messages and asks for it again. */
export interface RecentTextRequest {
  readonly messageId: string;
  /** The chat that asks. */
  readonly chat: Jid;
}
