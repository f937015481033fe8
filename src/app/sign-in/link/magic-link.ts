import { fail, ok, type Result } from '#src/domain/result.js';
import { issueLink, type IssueLinkDeps } from './issue-link.js';
import {
  createLookUpLink,
  type LinkRefusal,
  type LinkVisit,
  type LookUpLinkDeps,
} from './look-up-link.js';
import type { LoginLink } from '#src/app/ports/tables/login-links.js';
import type { Tables, Tx } from '#src/app/ports/tables/store.js';
import type { SignedIn, StartSession } from '#src/app/session/start-session.js';

/** Makes a magic link for an account; its earlier links die (security case 32). */
export function issueLoginLink(
  deps: IssueLinkDeps,
  tables: Pick<Tables, 'loginLinks'>,
  input: {
    readonly accountId: string;
    /** A path of this site to go to; the default page when left out. */
    readonly next?: string;
    readonly now: Date;
  },
): Promise<{ readonly url: string; readonly expiresAt: Date }> {
  return issueLink(deps, tables, { ...input, purpose: 'login' });
}

/** A session, and where its link leads: a path of this site, or null for the default page. */
export type LinkRedeemed = SignedIn & { readonly next: string | null };

export type MagicLinks = ReturnType<typeof createMagicLinks>;

/**
 * Both sides of a magic link: `preview` changes nothing however often it is asked (previewers and
 * scanners fetch links, case 24); `redeem` consumes it in one statement (case 26).
 */
export function createMagicLinks(deps: LookUpLinkDeps & { readonly startSession: StartSession }) {
  const { store, clock, startSession } = deps;
  const { keyOf, unknownLink, find, preview } = createLookUpLink(deps, 'login');

  async function redeem(
    input: LinkVisit & { readonly userAgent: string },
  ): Promise<Result<LinkRedeemed, LinkRefusal>> {
    const { token, userAgent, address } = input;
    const key = keyOf(token);
    const now = clock.now();
    const known = await store.loginLinks.find(key);
    if (known === null) return fail(await unknownLink(address));
    return store.transaction(async (tx): Promise<Result<LinkRedeemed, LinkRefusal>> => {
      // The link is a proof of its own (NIST SP 800-63B-4 §3.2.2). The code that came with it stays
      // good: people tap the link on the phone and type the code on a computer.
      const link = await tx.loginLinks.redeem(key, now);
      if (link === null) return fail(await whyNot(tx, input, known));
      const session = { accountId: link.accountId, method: 'login_link', userAgent, now } as const;
      return ok({ ...(await startSession(tx, session)), next: link.next });
    });
  }

  async function whyNot(tx: Tx, visit: LinkVisit, { accountId }: LoginLink): Promise<LinkRefusal> {
    const account = await tx.accounts.findById(accountId);
    if (account?.status !== 'active') return { code: 'link_invalid' };
    const found = await find(tx, visit);
    return found.ok ? { code: 'link_used' } : found.error;
  }

  return { preview, redeem };
}
