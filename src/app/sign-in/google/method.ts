import { exportedTime, type Credential, type SignInMethod } from '../method.js';

/** `j•••@gmail.com`: enough to recognise one's own address. */
function maskEmail(email: string | null): string {
  const [local = '', domain] = (email ?? '').split('@');
  return domain === undefined ? '•••' : `${Array.from(local)[0] ?? ''}•••@${domain}`;
}

const googleAccount: Credential = {
  name: 'google',
  show: async (tables, accountId) => {
    const linked = await tables.googleIdentities.linkedTo(accountId);
    if (linked === null) return [];
    return [{ label: maskEmail(linked.email), addedAt: linked.linkedAt, renewedAt: null }];
  },
  count: async (tables, accountId) => {
    const identities = await tables.googleIdentities.allOf(accountId);
    const linked = identities.filter(({ unlinkedAt }) => unlinkedAt === null).length;
    return [
      { what: 'google', count: linked, opens: true },
      { what: 'google_kept', count: identities.length - linked, opens: false },
    ];
  },
  /** Linked or not: a Google account belongs to this account until it is released. */
  export: async (tables, { id: accountId }) => {
    const identities = await tables.googleIdentities.allOf(accountId);
    const google = identities.map(({ sub, email, linkedAt, unlinkedAt, lastUsedAt }) => ({
      ...{ id: sub, email, linkedAt: exportedTime(linkedAt) },
      unlinkedAt: exportedTime(unlinkedAt),
      lastUsedAt: exportedTime(lastUsedAt),
    }));
    return { account: {}, lists: { google } };
  },
  close: (tx, { accountId, now }) => tx.googleIdentities.unlink(accountId, now),
};

/** "Acessar com Google": a Google account that was linked after a proof of the CPF. */
export const googleMethod = {
  name: 'google',
  credential: googleAccount,
  stepUp: 'redirect',
  purposes: { codes: { link: 'pending_link', unlink: 'session' }, links: ['google_link'] },
  /**
   * Browsers that are at Google for the account. One that waits with Google's word for a CPF (`pending_google_link`) names
   * no account: it gives no access without a proof that is made after this.
   */
  revoke: (tx, { accountId, keeps }) => tx.googleSignIns.removeAll(accountId, keeps),
  handOver: async (tx, { accountId }) => {
    await tx.googleIdentities.removeAll(accountId);
    await tx.googleSignIns.removeAll(accountId, null);
  },
  // Google vouched for the person, and the link was not made: the row names the Google account and no account of ours.
  erase: (tx, { accountId }) => tx.pendingGoogleLinks.erase(accountId),
} as const satisfies SignInMethod;
