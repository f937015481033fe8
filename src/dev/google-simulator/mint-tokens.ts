import type Provider from 'oidc-provider';
import type { createIdTokens } from './id-tokens.js';
import { claimsOf, type GooglePerson } from './people.js';
import { SCOPES } from './provider.js';

/** What a page gets when it talks to Google by itself: an ID token and an access token for one app. */
export async function mintTokens(
  { provider, idTokens }: { provider: Provider; idTokens: ReturnType<typeof createIdTokens> },
  { person, clientId }: { person: GooglePerson; clientId: string },
): Promise<{ readonly credential: string; readonly token: string }> {
  const client = await provider.Client.find(clientId);
  if (client === undefined) throw new Error(`there is no app ${clientId}`);
  const accountId = person.sub;
  const grant = new provider.Grant({ clientId, accountId });
  grant.addOIDCScope(SCOPES);
  const grantId = await grant.save();
  const about = { client, accountId, grantId, gty: 'authorization_code', scope: SCOPES };
  const token = await new provider.AccessToken(about).save();
  const iat = Math.floor(Date.now() / 1000);
  const times = { iat, exp: iat + 3600 };
  const claims = { ...claimsOf(person), iss: provider.issuer, aud: clientId, ...times };
  return { credential: await idTokens.sign(claims), token };
}
