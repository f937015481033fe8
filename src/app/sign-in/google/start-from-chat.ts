import { fail, ok, type Result } from '#src/domain/result.js';
import { isContested } from '#src/app/account/has-open-claim.js';
import { otherAccountHere, type GoogleDeps, type GoogleRefusal } from './deps.js';
import type { GoogleStart, GoogleStarted, StartRefusal } from './start.js';
import { issueLink, type IssueLinkDeps } from '../link/issue-link.js';
import {
  createLookUpLink,
  type LinkPreview,
  type LinkRefusal,
  type LinkVisit,
} from '../link/look-up-link.js';
import type { AccessClaims } from '#src/app/ports/crypto/access-tokens.js';
import type { Tables } from '#src/app/ports/tables/store.js';

/**
 * "google" in the chat: a one-time address on which the account's owner starts to link a Google account. Call it inside
 * the chat's turn.
 */
export async function startGoogleLinkFromChat(
  deps: IssueLinkDeps,
  tables: Pick<Tables, 'loginLinks' | 'claims' | 'googleIdentities'>,
  { accountId, now }: { readonly accountId: string; readonly now: Date },
): Promise<
  Result<
    { readonly url: string; readonly expiresAt: Date },
    { readonly code: 'account_contested' | 'already_linked' }
  >
> {
  if (await isContested(tables, accountId)) return fail({ code: 'account_contested' });
  const present = await tables.googleIdentities.linkedTo(accountId);
  if (present !== null) return fail({ code: 'already_linked' });
  return ok(await issueLink(deps, tables, { accountId, purpose: 'google_link', now }));
}

/** `not_authenticated`: this browser has no session. */
export type ChatLinkRefusal = LinkRefusal | StartRefusal | { readonly code: 'not_authenticated' };

export type GoogleChatLinks = ReturnType<typeof createGoogleChatLinks>;

/**
 * Both sides of that address: looking at it changes nothing (security case 24), its button uses it up. The button works
 * only in a browser that is signed in to that account: else a stranger's link would link the Google account of the
 * person who taps it with the stranger's account (case 61).
 */
export function createGoogleChatLinks(
  deps: Pick<GoogleDeps, 'store' | 'clock' | 'digests' | 'limiter'> & {
    readonly start: Pick<GoogleStart, 'mayLink' | 'toLinkFromChat'>;
  },
) {
  const { store, clock, start } = deps;
  const { keyOf, find, describe } = createLookUpLink(deps, 'google_link');

  return {
    async preview(
      input: LinkVisit & {
        /** Who is signed in in this browser now. */
        readonly viewer: AccessClaims | null;
      },
    ): Promise<Result<LinkPreview, LinkRefusal | GoogleRefusal>> {
      const link = await find(store, input);
      if (!link.ok) return link;
      const other = otherAccountHere(input.viewer, link.value.accountId);
      if (other !== null) return fail(other);
      return describe(link.value);
    },
    /** Uses the address up and sends the browser to Google; with Google away it stays good. */
    async go(
      input: LinkVisit & {
        readonly browserToken: string | null;
        readonly viewer: AccessClaims | null;
      },
    ): Promise<Result<GoogleStarted, ChatLinkRefusal | GoogleRefusal>> {
      const { token, browserToken, viewer } = input;
      const link = await find(store, input);
      if (!link.ok) return link;
      const { accountId, next } = link.value;
      if (viewer === null) return fail({ code: 'not_authenticated' });
      const other = otherAccountHere(viewer, accountId);
      if (other !== null) return fail(other);
      const started = await start.toLinkFromChat({ claims: viewer, browserToken, next });
      if (!started.ok) return started;
      // Only the one that uses it up gets the browser token that the way back needs.
      const consumed = await store.loginLinks.consume(keyOf(token), clock.now());
      return consumed === null ? fail({ code: 'link_used' }) : started;
    },
  };
}
