import type { SignedIn } from '#src/app/session/start-session.js';
import type { LinkRefusal } from '#src/app/sign-in/link/look-up-link.js';
import { maskPersonName, type PersonName } from '#src/domain/person-name.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import type { WebDeps } from '#web-link/deps.js';

type LinkState = 'open' | LinkRefusal['code'];

/** Login links as the HTTP edge sees them: what is consumed stays consumed. */
export function createFakeLoginLinks(deps: {
  readonly begin: () => Result<null, { code: 'too_many_requests'; retryAfterS: number }>;
  readonly nameOf: (accountId: string) => PersonName;
  readonly signIn: (accountId: string) => SignedIn;
}) {
  const links = new Map<string, { accountId: string; state: LinkState; next: string | null }>();
  const calls = { preview: 0, redeem: 0 };

  const useCases = {
    preview: ({ token }) => {
      calls.preview += 1;
      const begun = deps.begin();
      if (!begun.ok) return Promise.resolve(begun);
      const link = links.get(token);
      if (link?.state !== 'open') return Promise.resolve(refuse(link?.state));
      const name = deps.nameOf(link.accountId);
      const { accountId } = link;
      return Promise.resolve(ok({ accountId, maskedName: maskPersonName(name) }));
    },
    redeem: ({ token }) => {
      calls.redeem += 1;
      const begun = deps.begin();
      if (!begun.ok) return Promise.resolve(begun);
      const link = links.get(token);
      if (link?.state !== 'open') return Promise.resolve(refuse(link?.state));
      link.state = 'link_used';
      return Promise.resolve(ok({ ...deps.signIn(link.accountId), next: link.next }));
    },
  } satisfies WebDeps['loginLinks'];

  return {
    useCases,
    calls,
    addLink: (token: string, accountId: string, state: LinkState = 'open') => {
      links.set(token, { accountId, state, next: null });
    },
    /** One that was made for a page, such as the data of the account. */
    addLinkTo: (next: string, token: string, accountId: string) => {
      links.set(token, { accountId, state: 'open', next });
    },
  };
}

function refuse(state: LinkState | undefined): Result<never, LinkRefusal> {
  if (state === 'link_used' || state === 'link_expired') return fail({ code: state });
  return fail({ code: 'link_invalid' });
}
