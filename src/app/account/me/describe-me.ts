import type { CredentialName } from '#src/domain/sign-in-method.js';
import { maskOwnTaxId } from '#src/domain/tax-id.js';
import { isContested } from '../has-open-claim.js';
import type { AccessClaims } from '../../ports/crypto/access-tokens.js';
import type { Account } from '../../ports/tables/accounts.js';
import type { Clock } from '../../ports/clock.js';
import type { Store } from '../../ports/tables/store.js';
import { CREDENTIALS } from '../../sign-in/methods.js';

/** A way in; `label` is what may be shown of it. */
export interface Method {
  readonly method: CredentialName;
  /** A masked number or address; `••••••••` for a password. */
  readonly label: string;
  /** When it became a way in. */
  readonly addedAt: Date;
}

export interface Me {
  readonly accountId: string;
  readonly name: string;
  /** `123.***.***-09`: `maskOwnTaxId`. */
  readonly taxIdMasked: string;
  readonly methods: readonly Method[];
  readonly sessionId: string;
}

/** What the page of the account shows beside that. */
export interface OwnAccount extends Me {
  /** When everything is deleted, if that was asked for. */
  readonly deletionDueAt: Date | null;
  /** An open claim on the CPF: no way in can be added or removed. */
  readonly isContested: boolean;
  /** Another WhatsApp account with the account's number, which named the CPF and waits. */
  readonly numberWait: OwnNumberWaitView | null;
  /** When another phone or WhatsApp account last took the place of the one before, or null. */
  readonly renewedAt: Date | null;
  /** BLOQUEAR took password and Google away, and none of them was set anew since. */
  readonly waysClosed: boolean;
}

/** Reading this counts as use of the account, so that a wait does not open by time (`NumberWait.isInUse`). */
export interface OwnNumberWaitView {
  readonly id: string;
  readonly askedAt: Date;
}

export type DescribeMe = ReturnType<typeof createDescribeMe>;
export type DescribeAccount = ReturnType<typeof createDescribeAccount>;

const CLOSED_BY_BLOCK: ReadonlySet<CredentialName> = new Set(
  CREDENTIALS.filter(({ close }) => close !== null).map(({ name }) => name),
);

interface Shown {
  readonly methods: readonly Method[];
  readonly renewedAt: Date | null;
}

async function shownOf(store: Store, accountId: string): Promise<Shown> {
  const methods: Method[] = [];
  const renewals: (Date | null)[] = [];
  for (const credential of CREDENTIALS) {
    for (const { label, addedAt, renewedAt } of await credential.show(store, accountId)) {
      methods.push({ method: credential.name, label, addedAt });
      renewals.push(renewedAt);
    }
  }
  return { methods, renewedAt: latest(renewals) };
}

interface Described {
  readonly me: Me;
  readonly account: Account;
  readonly renewedAt: Date | null;
}

async function describe(
  store: Store,
  { accountId, sessionId }: AccessClaims,
): Promise<Described | null> {
  const account = await store.accounts.findById(accountId);
  if (account?.status !== 'active') return null;
  const { name, taxId } = account;
  const { methods, renewedAt } = await shownOf(store, accountId);
  const me = { accountId, name, taxIdMasked: maskOwnTaxId(taxId), methods, sessionId };
  return { account, renewedAt, me };
}

/** What a signed-in person's browser may know about them; null when the account is gone or blocked. */
export function createDescribeMe({ store }: { readonly store: Store }) {
  return async function describeMe(claims: AccessClaims): Promise<Me | null> {
    const described = await describe(store, claims);
    return described?.me ?? null;
  };
}

/** The same for the page of the account, with what lies ahead of it. */
export function createDescribeAccount(deps: { readonly store: Store; readonly clock: Clock }) {
  const { store, clock } = deps;
  return async function describeAccount(claims: AccessClaims): Promise<OwnAccount | null> {
    const described = await describe(store, claims);
    if (described === null) return null;
    const { me, account, renewedAt } = described;
    const { deletionDueAt, waysClosedAt } = account;
    const contested = await isContested(store, account.id);
    const noneSetAnew = me.methods.every(({ method }) => !CLOSED_BY_BLOCK.has(method));
    const wait = await store.numberWaits.open(account.id, clock.now());
    return {
      ...{ ...me, deletionDueAt, isContested: contested },
      numberWait: wait === null ? null : { id: wait.id, askedAt: wait.askedAt },
      renewedAt,
      waysClosed: waysClosedAt !== null && noneSetAnew,
    };
  };
}

function latest(dates: readonly (Date | null)[]): Date | null {
  const known = dates.filter((date) => date !== null).map((date) => date.getTime());
  return known.length === 0 ? null : new Date(Math.max(...known));
}
