/** What a link is good for, and nothing else. */
export const LINK_PURPOSES = ['login', 'password_reset', 'google_link'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

export const LOGIN_LINK_LIFETIME_MS = 10 * 60_000;

export type LoginLinkState = 'open' | 'expired' | 'consumed' | 'superseded';

/**
 * What may still be done with a magic link at `now`. A newer link, the end of all sessions or a new phone supersede
 * it (security case 32). It ends at the very instant of `expiresAt`.
 */
export function loginLinkState(
  link: { expiresAt: Date; consumedAt: Date | null; supersededAt: Date | null },
  now: Date,
): LoginLinkState {
  if (link.consumedAt) return 'consumed';
  if (link.supersededAt) return 'superseded';
  return now < link.expiresAt ? 'open' : 'expired';
}
