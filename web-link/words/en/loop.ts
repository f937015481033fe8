import type { loop as ptBr } from '../pt-br/loop.js';
import { LIFETIMES } from '../lifetimes.js';

export const loop = {
  title: 'You are logged in, but the next page does not recognise you',
  text: 'Your login is fine. The page you were going to sent you back three times within seconds, so we stopped here. Try again; if it goes on, tell whoever runs the system.',
  again: 'Try again',
  forIntegrators: 'For whoever runs the system: what to check',
  checks: ({ cookie, publicUrl }) => [
    {
      text: 'The name of the cookie that it reads, which differs under https and http:',
      code: cookie,
    },
    { text: 'Issuer (iss) and audience (aud) of the token, letter by letter:', code: publicUrl },
    { text: 'Algorithm and type that the verifier takes:', code: 'ES256, at+jwt' },
    {
      text: 'The keys, which it must be able to reach from where it runs:',
      code: `${publicUrl}/.well-known/jwks.json`,
    },
    {
      text: 'Its address: the cookie goes to this host only (localhost and 127.0.0.1 are two):',
      code: new URL(publicUrl).hostname,
    },
    {
      text: `The clock of its server: the token lives for ${LIFETIMES.accessTokenMinutes} minutes:`,
      code: 'iat, exp',
    },
  ],
} satisfies typeof ptBr;
