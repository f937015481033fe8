import { z } from 'zod';
import type { GoogleProfile } from '#src/app/ports/google.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import { isBearerToken } from '#src/domain/token-shape.js';
import type { Discovery } from './discovery.js';
import type { CallGoogle, GoogleAnswer } from './google-call.js';
import { profileOf } from './id-token.js';

const seconds = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]);

const TokenInfo = z.object({
  aud: z.string(),
  azp: z.string().optional(),
  sub: z.string(),
  expires_in: seconds,
});
const UserInfo = z.looseObject({ sub: z.string() });

/**
 * An access token does not say for which app it was made, and Google's userinfo answers to the token of any app. So
 * Google is asked first for which app it was made. One made for another app is refused, or that app could sign its
 * users in here (security case 34).
 */
export function createReadAccessToken(deps: {
  readonly clientId: string;
  readonly discovery: Discovery;
  readonly call: CallGoogle;
}) {
  const { clientId, discovery, call } = deps;

  /** Google takes it in the header of a POST; stand-ins often know only the GET of its manual. */
  async function askAbout(address: string, token: string): Promise<GoogleAnswer> {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await call.send(address, { method: 'POST', headers });
    if (answer.status !== 404 && answer.status !== 405) return answer;
    const url = new URL(address);
    url.searchParams.set('access_token', token);
    return call.send(url.href);
  }

  /** @throws GoogleUnavailableError */
  return async function readAccessToken(
    token: string,
  ): Promise<Result<GoogleProfile, { readonly reason: string }>> {
    // No header can carry it, so it is not a token of Google, and Google cannot be asked about it.
    if (!isBearerToken(token)) return fail({ reason: 'token_malformed' });
    const { tokenInfo, userinfo } = await discovery.endpoints();
    const info = TokenInfo.safeParse((await askAbout(tokenInfo, token)).body);
    if (!info.success) return fail({ reason: 'token_unknown' });
    const { aud, azp = clientId, sub, expires_in: left } = info.data;
    if (aud !== clientId) return fail({ reason: 'aud_wrong' });
    if (azp !== clientId) return fail({ reason: 'azp_wrong' });
    if (left <= 0) return fail({ reason: 'expired' });
    const answer = await call.send(userinfo, { headers: { authorization: `Bearer ${token}` } });
    const user = UserInfo.safeParse(answer.body);
    if (!user.success || user.data.sub !== sub) return fail({ reason: 'userinfo_differs' });
    const profile = profileOf(user.data);
    return profile === null ? fail({ reason: 'sub_malformed' }) : ok(profile);
  };
}
