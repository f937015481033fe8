import { NEWS_LIFETIME_MS } from './notify-owner.js';
import { pageDelay } from './page-delay.js';
import { decoyChat, NO_PHONE, DECOY_ACCOUNT, OPEN_CHAT_MS } from '../shared/decoy-account.js';
import type { AccessCopy } from '../ports/access-copy.js';
import type { Random } from '../ports/random.js';
import type { Store } from '../ports/tables/store.js';

export type WarnOwner = ReturnType<typeof createWarnOwner>;

/**
 * Tells the owner in the chat that strangers guess at the account (security case 65). A guess at a CPF without an
 * account runs the same statements, which store a decoy that is processed like the warning and is never sent.
 */
export function createWarnOwner(deps: {
  readonly store: Store;
  readonly random: Random;
  readonly copy: AccessCopy;
}) {
  const { store, random, copy } = deps;
  return async function warnOwner(input: {
    readonly accountId: string | null;
    readonly now: Date;
  }): Promise<void> {
    const { accountId, now } = input;
    const [number] = await store.accounts.numbersOf(accountId ?? DECOY_ACCOUNT);
    const since = new Date(now.getTime() - OPEN_CHAT_MS);
    const chat = await store.conversations.openChat(number?.phone ?? NO_PHONE, since);
    const warning = {
      chat: chat ?? decoyChat(random),
      kind: 'notice',
      messageId: random.messageId(),
      text: copy.guessing({ at: now }),
      solicited: false,
      expiresAt: new Date(now.getTime() + NEWS_LIFETIME_MS),
      decoy: chat === null,
      delayMs: pageDelay(random),
    } as const;
    await store.transaction((tx) => tx.outbox.enqueue([warning], now));
  };
}
