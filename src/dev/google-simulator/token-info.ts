import express, { Router, type Request } from 'express';
import type Provider from 'oidc-provider';
import type { GooglePeople } from './people.js';

function tokenOf(req: Request): string {
  const [, bearer] = /^Bearer (.+)$/i.exec(req.get('authorization') ?? '') ?? [];
  const body = req.body as { readonly access_token?: unknown } | undefined;
  const given = bearer ?? body?.access_token ?? req.query['access_token'];
  return typeof given === 'string' ? given : '';
}

/** Whose access token is it? Answers as oauth2.googleapis.com/tokeninfo does: every value is a string. */
export function createTokenInfo(provider: Provider, people: GooglePeople): Router {
  const router = Router();
  router.all('/tokeninfo', express.urlencoded({ extended: false }), async (req, res) => {
    const found = await provider.AccessToken.find(tokenOf(req));
    const person = found && people.find(found.accountId);
    if (found?.clientId === undefined || person === undefined) {
      res.status(400).json({ error: 'invalid_token', error_description: 'Invalid Value' });
      return;
    }
    const { clientId, exp, scope } = found;
    res.json({
      azp: clientId,
      aud: clientId,
      sub: person.sub,
      scope,
      exp: String(exp),
      expires_in: String(Math.max(0, (exp ?? 0) - Math.floor(Date.now() / 1000))),
      email: person.email,
      email_verified: 'true',
      access_type: 'online',
    });
  });
  return router;
}
