import { LOGIN_LINK_LIFETIME_MS, type LinkPurpose } from '#src/domain/login-link.js';
import type { Digests } from '#src/app/ports/crypto/digests.js';
import type { LinkOwner } from '#src/app/ports/tables/login-links.js';
import type { Random } from '#src/app/ports/random.js';
import type { Tables } from '#src/app/ports/tables/store.js';

/** Where the web edge answers each kind of link. */
const PATHS: Readonly<Record<LinkPurpose, string>> = {
  login: '/l',
  password_reset: '/password/reset',
  google_link: '/google/chat',
};

export interface IssueLinkDeps {
  readonly random: Random;
  readonly digests: Digests;
  readonly publicUrl: string;
}

/** Makes a link for an account; its earlier ones of the same purpose die (security case 32). */
export async function issueLink(
  deps: IssueLinkDeps,
  tables: Pick<Tables, 'loginLinks'>,
  input: LinkOwner & {
    readonly purpose: LinkPurpose;
    /** A path of this site to go to; the default page when left out. */
    readonly next?: string;
    readonly now: Date;
  },
): Promise<{ readonly url: string; readonly expiresAt: Date }> {
  const { next = null, now, ...owned } = input;
  const token = deps.random.token();
  const expiresAt = new Date(now.getTime() + LOGIN_LINK_LIFETIME_MS);
  await tables.loginLinks.issue({
    ...owned,
    id: deps.random.id(),
    tokenDigest: deps.digests.token('login-link', token),
    next,
    expiresAt,
    now,
  });
  // The origin is configuration, never a request's Host header (case 29).
  return { url: `${deps.publicUrl}${PATHS[owned.purpose]}/${token}`, expiresAt };
}
