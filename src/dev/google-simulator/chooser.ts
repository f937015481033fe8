import express, { Router } from 'express';
import type Provider from 'oidc-provider';
import type { GooglePeople } from './people.js';

export const GOOGLE_PAGE_TITLE = 'Escolha uma conta';

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const STYLE = `
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  body { max-width: 24rem; margin: 2rem auto; padding: 0 1rem; }
  button { display: block; width: 100%; margin: 0.5rem 0; padding: 0.75rem 1rem; text-align: left; font: inherit;
    border: 1px solid; border-radius: 0.5rem; background: transparent; color: inherit; cursor: pointer; }
  small { display: block; }
`;

function page(uid: string, all: ReturnType<GooglePeople['all']>): string {
  const people = all.map(
    ({ sub, name, email }) =>
      `<button name="person" value="${sub}">${escaped(name)}<small>${escaped(email)}</small></button>`,
  );
  return `<!doctype html>
<html lang="pt-BR"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Google simulado</title><style>${STYLE}</style></head>
<body><main><h1>${GOOGLE_PAGE_TITLE}</h1><p>Google simulado: ninguém aqui é de verdade.</p>
<form method="post" action="/choose/${escaped(uid)}">${people.join('')}
<button name="person" value="none">Cancelar</button></form></main></body></html>`;
}

/** The page on which Google asks which account it shall be. */
export function createChooser(provider: Provider, people: GooglePeople): Router {
  const router = Router();
  router.get('/choose/:uid', async (req, res) => {
    const { uid } = await provider.interactionDetails(req, res);
    res.type('html').send(page(uid, people.all()));
  });
  router.post('/choose/:uid', express.urlencoded({ extended: false }), async (req, res) => {
    const { person } = req.body as { readonly person?: unknown };
    const chosen = typeof person === 'string' ? people.find(person) : undefined;
    const result =
      chosen === undefined
        ? { error: 'access_denied', error_description: 'The person said no' }
        : { login: { accountId: chosen.sub }, select_account: {} };
    await provider.interactionFinished(req, res, result);
  });
  return router;
}
