import type { PersonName } from '#src/domain/person-name.js';
import type { NoPhone } from '#src/domain/phone.js';
import { senderStepUp } from '#src/domain/step-up.js';
import { mayUnblock } from '../own-block.js';
import { resultOf, type EffectResult } from '../effect-result.js';
import { numberOf, seenNumber, type ChatEffectsDeps, type TurnContext } from '../turn-context.js';
import { lookAtNumberWait } from '#src/app/account/number-wait.js';
import type { JudgedNumber } from '#src/app/ports/tables/accounts.js';
import type { NumberWaitView } from '#src/app/ports/dialogue.js';

interface Person {
  readonly name: PersonName;
  /**
   * Why the number alone is not enough (security cases 21 and 48), else null: the person proves knowledge of the
   * account's CPF before anything else.
   */
  readonly stepUp: 'new_account' | 'identity_changed' | 'dormant' | null;
  /** How the wait stands that a right CPF began where `stepUp` is `new_account`; null while there is none. */
  readonly wait: NumberWaitView | null;
  /** Who can end the block: the sender, after naming the CPF, or the team only. Null: it is not blocked. */
  readonly blocked: 'owner' | 'team' | null;
  /** The account came to this person by a claim, and they have not said their name yet. */
  readonly nameDue: boolean;
  /** Deletion was asked for and is due then; entering again can call it off. */
  readonly deletionDueAt: Date | null;
}

export interface Identified {
  readonly type: 'identified';
  /** null: no account has this chat's number. */
  readonly person: Person | null;
  /** Why the sender has no number that may open an account; null: they have one. */
  readonly noPhone: NoPhone | null;
  /** Whether new people may register. */
  readonly registration: 'open' | 'closed';
}

/** Identifies the sender. A match by number alone also renews the number's last-use date. */
export async function identify(
  deps: ChatEffectsDeps,
  turn: TurnContext,
): Promise<EffectResult<Identified>> {
  const { registration, dormantDays } = deps;
  const noPhone = turn.phone === null ? (turn.noPhone ?? 'hidden') : null;
  const identified = (person: Person | null): EffectResult<Identified> =>
    resultOf({ type: 'identified', person, noPhone, registration });
  const found = await numberOf(turn);
  if (found === null) return identified(null);
  const stepUp = senderStepUp(found, { now: turn.now, dormantDays });
  if (stepUp === null) {
    // Another turn may have changed whom the number knows: then it is looked at again.
    if (!(await turn.tx.accounts.markSeen(seenNumber(turn, found)))) return identify(deps, turn);
    return identified(personOf(found, { stepUp, wait: null }));
  }
  if (stepUp === 'new_account') {
    // A wait of another WhatsApp account on the number opens here when its time has come.
    const { opened, view } = await lookAtNumberWait(deps, turn, found);
    if (opened) return identify(deps, turn);
    // The trusted chat is addressed by number, which is the stranger's now: no code of a page may go there.
    if (turn.sender.lid !== null && found.inTrustedChat) await distrust(turn, found);
    return identified(personOf(found, { stepUp, wait: view }));
  }
  if (found.acquaintance === 'new_phone') await distrust(turn, found);
  return identified(personOf(found, { stepUp, wait: null }));
}

async function distrust({ tx, now }: TurnContext, found: JudgedNumber): Promise<void> {
  if (found.identityChangedAt === null) await tx.accounts.markIdentityChanged(found.phone, now);
}

function personOf(found: JudgedNumber, doubt: Pick<Person, 'stepUp' | 'wait'>): Person {
  const { name, status, deletionDueAt, nameDue } = found.account;
  const blocked = status === 'active' ? null : mayUnblock(found) ? 'owner' : 'team';
  return { name, ...doubt, blocked, deletionDueAt, nameDue };
}
