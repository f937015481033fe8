import type { PersonName } from '#src/domain/person-name.js';
import { maskPhone } from '#src/domain/phone.js';
import { maskOwnTaxId } from '#src/domain/tax-id.js';
import { resultOf, type EffectResult } from '../effect-result.js';
import { requiredActor, type ChatEffectsDeps, type TurnContext } from '../turn-context.js';
import { issueLoginLink } from '#src/app/sign-in/link/magic-link.js';

/** Where the web edge serves the export to a signed-in person. */
export const EXPORT_PATH = '/account/data.json';

export interface DataDescribed {
  readonly type: 'dataDescribed';
  readonly name: PersonName;
  readonly taxIdMasked: string;
  readonly phones: readonly string[];
  readonly since: Date;
  readonly sessions: number;
  /** A one-time address where the signed-in person downloads everything. */
  readonly exportUrl: string;
}

/** What is stored, masked, and a one-time address of all of it (LGPD art. 18 II, V and art. 19). */
export async function describeData(
  deps: ChatEffectsDeps,
  turn: TurnContext,
): Promise<EffectResult<DataDescribed>> {
  const { tx, now } = turn;
  const account = await requiredActor(deps, turn);
  const numbers = await tx.accounts.numbersOf(account.id);
  const sessions = await tx.sessions.listActive(account.id, now);
  const target = { accountId: account.id, next: EXPORT_PATH, now };
  const { url } = await issueLoginLink(deps, tx, target);
  return resultOf({
    type: 'dataDescribed',
    name: account.name,
    taxIdMasked: maskOwnTaxId(account.taxId),
    phones: numbers.map(({ phone }) => maskPhone(phone)),
    since: account.createdAt,
    sessions: sessions.length,
    exportUrl: url,
  });
}
