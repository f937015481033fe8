import type { Jid } from '#src/domain/jid.js';
import { countWaysIn } from './count-ways-in.js';
import { revokePendingSignIns } from './revoke-pending-sign-ins.js';
import { tellOwner } from '../delivery/notify-owner.js';
import type { JudgedNumber, TrustedSender } from '../ports/tables/accounts.js';
import type { AccessCopy } from '../ports/access-copy.js';
import type { NumberWaitView } from '../ports/dialogue.js';
import type { NumberWait } from '../ports/tables/number-waits.js';
import type { Random } from '../ports/random.js';
import type { Tables, Tx } from '../ports/tables/store.js';

const HOUR_MS = 60 * 60_000;
/** A person who comes back later than this after the wait opened begins a new wait. */
const COLLECTED_WITHIN_MS = 7 * 24 * HOUR_MS;

/** Who asks, in the transaction of the chat's turn. */
interface Asker extends TrustedSender {
  readonly tx: Tx;
  readonly now: Date;
}

export interface NumberWaitDeps {
  readonly random: Random;
  readonly copy: AccessCopy;
  /** Hours until a number opens by itself to another WhatsApp account that named the CPF; 0: never, the admin decides. */
  readonly numberWaitHours: number;
}

/**
 * The CPF came from a WhatsApp account that the number was never proven with (docs/decisions/0011): it does not
 * sign in yet. Where the account has no password and no Google, it does after a wait, unless the account is used
 * meanwhile; the owner is told and can refuse.
 */
export async function beginNumberWait(
  deps: NumberWaitDeps,
  scene: Asker,
  { account, phone }: JudgedNumber,
): Promise<void> {
  const { tx, now } = scene;
  const hours = (await hasOtherWay(tx, account.id)) ? 0 : deps.numberWaitHours;
  const opensAt = hours === 0 ? null : new Date(now.getTime() + hours * HOUR_MS);
  const until = (opensAt ?? now).getTime() + COLLECTED_WITHIN_MS;
  const asked = await tx.numberWaits.ask({
    ...{ id: deps.random.id(), accountId: account.id, phone, from: scene, opensAt, now },
    expiresAt: new Date(until),
  });
  if (asked !== 'asked') return;
  const text = deps.copy.numberWaitAsked({ opensAt });
  await tellOwner(deps, tx, { accountId: account.id, topic: 'number_wait', text, now });
}

/** How the wait of this chat stands, once what is due has opened; null when there is none or it opened just now. */
export async function lookAtNumberWait(
  deps: NumberWaitDeps,
  scene: Asker,
  { account }: JudgedNumber,
): Promise<{ readonly opened: boolean; readonly view: NumberWaitView | null }> {
  const { tx, now } = scene;
  const asked = { accountId: account.id, from: scene, now };
  const wait = await tx.numberWaits.find(asked);
  if (wait === null) return { opened: false, view: null };
  const isDue = !wait.isRefused && !wait.isCrowded && wait.opensAt !== null && wait.opensAt <= now;
  if (isDue && (await tx.numberWaits.openDue(asked))) {
    await revokePendingSignIns(scene, account.id);
    tx.emit({ type: 'number.changed', accountId: account.id, by: 'time' });
    return { opened: true, view: null };
  }
  const hasWay = await hasOtherWay(tx, account.id);
  return { opened: false, view: viewOf(wait, { isDue, hasWay }) };
}

function viewOf(
  { isRefused, isCrowded, isInUse, opensAt }: NumberWait,
  { isDue, hasWay }: { readonly isDue: boolean; readonly hasWay: boolean },
): NumberWaitView {
  if (isRefused) return { state: 'refused' };
  if (isCrowded) return { state: 'crowded' };
  if (hasWay) return { state: 'proof' };
  if (isInUse) return { state: 'unconfirmed' };
  // Its time came and it did not open: a claim or a block stands in the way.
  return opensAt !== null && !isDue ? { state: 'waits', opensAt } : { state: 'team' };
}

async function hasOtherWay(tables: Tables, accountId: string): Promise<boolean> {
  const ways = await countWaysIn(tables, accountId);
  return ways.some(({ what, count, opens }) => what !== 'whatsapp' && opens && count > 0);
}

/**
 * The owner said yes: the number is known to the chat that waited, and what was begun to sign in before ends (security
 * case 32). `keeps` is the session that said yes on the page.
 */
export async function acceptNumberWait(
  deps: Pick<NumberWaitDeps, 'random' | 'copy'>,
  tx: Tx,
  yes: {
    readonly accountId: string;
    /** Only this wait; when left out, every open wait of the account. */
    readonly waitId?: string;
    /** The chat that was known until now, where it is told of the yes and did not say it itself. */
    readonly known?: Jid | null;
    readonly keeps?: { readonly sessionId: string };
    readonly now: Date;
  },
): Promise<Jid | null> {
  const { accountId, known = null, keeps = null, now } = yes;
  const chat = await tx.numberWaits.accept(yes);
  if (chat === null) return null;
  // What was held back was for the WhatsApp that was known until now.
  await tx.ownerNotices.forget(accountId);
  await revokePendingSignIns({ tx, now }, accountId, keeps);
  const expiresAt = new Date(now.getTime() + 24 * HOUR_MS);
  const tell = async (to: Jid, text: string) => {
    const news = { chat: to, kind: 'notice', text, expiresAt, solicited: false } as const;
    await tx.outbox.enqueue([{ ...news, messageId: deps.random.messageId() }], now);
  };
  if (known !== null) await tell(known, deps.copy.numberWaitConfirmed());
  await tell(chat, deps.copy.numberWaitAccepted());
  tx.emit({ type: 'number.changed', accountId, by: 'owner' });
  return chat;
}
