import { randomBytes } from 'node:crypto';
import type { Configuration } from 'oidc-provider';
import { base, Check, Prompt } from 'oidc-provider/lib/helpers/interaction_policy/index.js';
import { Provider } from 'oidc-provider/lib/provider.js';
import { isLoopback } from '../whatsapp-simulator/control/request-guard.js';
import type { createIdTokens } from './id-tokens.js';
import { claimsOf, type GooglePeople } from './people.js';
import { createRecordAdapters } from './record-adapter.js';
import type { SigningKeys } from './signing-keys.js';

export const SCOPES = 'openid email profile';
/** An app beside the product, whose tokens are worth nothing to it. */
export const ANOTHER_APP = 'another-app';

export interface GoogleClient {
  readonly id: string;
  readonly secret: string;
}

function clientFor({ id, secret }: GoogleClient) {
  return {
    client_id: id,
    client_secret: secret,
    // Any on this machine is taken, see below.
    redirect_uris: ['http://localhost/callback'],
    response_types: ['code' as const],
    grant_types: ['authorization_code'],
    token_endpoint_auth_method: 'client_secret_post' as const,
  };
}

/** Google asks each time which account it shall be. */
function createPolicy() {
  const policy = base();
  const isChosen = new Check(
    'account_not_chosen',
    'the chooser comes first',
    'login_required',
    ({ oidc }) => oidc.result?.login === undefined,
  );
  policy.get('login')?.checks.add(isChosen);
  policy.add(new Prompt({ name: 'select_account', requestable: true }), 0);
  return policy;
}

/** An OpenID provider that behaves as Google does towards a web app. */
export async function createProvider(input: {
  readonly issuer: string;
  readonly client: GoogleClient;
  readonly people: GooglePeople;
  readonly keys: SigningKeys;
  readonly idTokens: ReturnType<typeof createIdTokens>;
}): Promise<Provider> {
  const { issuer, client, people, keys, idTokens } = input;
  const configuration: Configuration = {
    adapter: createRecordAdapters(),
    clients: [clientFor(client), clientFor({ id: ANOTHER_APP, secret: 'another-secret' })],
    jwks: { keys: [await keys.privateJwk()] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    // Google puts name and e-mail into the ID token itself.
    conformIdTokenClaims: false,
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name', 'given_name', 'family_name', 'picture'],
    },
    features: { devInteractions: { enabled: false } },
    interactions: {
      policy: createPolicy(),
      url: (_ctx, interaction) => `/choose/${interaction.uid}`,
    },
    ttl: {
      AccessToken: 3599,
      AuthorizationCode: 60,
      IdToken: 3600,
      Interaction: 600,
      Grant: 3600,
      Session: 3600,
    },
    pkce: { required: () => true },
    findAccount: (_ctx, sub) => {
      const person = people.find(sub);
      return person && { accountId: sub, claims: () => claimsOf(person) };
    },
    loadExistingGrant: async ({ oidc }) => {
      const [clientId, accountId] = [oidc.client?.clientId, oidc.session?.accountId];
      if (clientId === undefined || accountId === undefined) return undefined;
      const grant = new oidc.provider.Grant({ clientId, accountId });
      grant.addOIDCScope(SCOPES);
      await grant.save();
      return grant;
    },
  };
  const provider = new Provider(issuer, configuration);
  // The port of the product is not known here, and this never leaves the machine.
  provider.Client.prototype.redirectUriAllowed = (uri) =>
    URL.canParse(uri) && isLoopback(new URL(uri).hostname);
  provider.use(async (ctx, next) => {
    await next();
    const body: unknown = ctx.body;
    if (ctx.path === '/jwks') ctx.body = await keys.publicJwks();
    if (typeof body === 'object' && body !== null && 'id_token' in body) {
      ctx.body = { ...body, id_token: await idTokens.signAgain(String(body.id_token)) };
    }
  });
  return provider;
}
