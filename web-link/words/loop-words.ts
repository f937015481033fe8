import type { WebSettings } from '../deps.js';

/** What the page says that ends a loop between the login and the application. */
export interface LoopWords {
  readonly title: string;
  readonly text: string;
  readonly again: string;
  readonly forIntegrators: string;
  /** One thing to check each; what stands in `code` is told apart by the view. */
  checks(facts: {
    readonly cookie: string;
    readonly publicUrl: string;
  }): readonly { readonly text: string; readonly code: string }[];
}

const PT_BR: LoopWords = {
  title: 'Você entrou, mas a página seguinte não reconhece você',
  text: 'O seu login está certo. A página para onde você ia mandou você de volta três vezes em poucos segundos, e por isso paramos aqui. Tente de novo; se continuar, avise quem cuida do sistema.',
  again: 'Tentar de novo',
  forIntegrators: 'Para quem cuida do sistema: o que conferir',
  checks: ({ cookie, publicUrl }) => [
    { text: 'O nome do cookie que o sistema lê, com https e com http diferente:', code: cookie },
    { text: 'O emissor (iss) e o destino (aud) do token, letra por letra:', code: publicUrl },
    { text: 'O algoritmo e o tipo que o verificador aceita:', code: 'ES256, at+jwt' },
    {
      text: 'As chaves, que o sistema precisa alcançar de onde ele roda:',
      code: `${publicUrl}/.well-known/jwks.json`,
    },
    {
      text: 'O endereço do sistema: o cookie só vai para este host (localhost e 127.0.0.1 são dois):',
      code: new URL(publicUrl).hostname,
    },
    { text: 'O relógio do servidor do sistema: o token vale por 15 minutos:', code: 'iat, exp' },
  ],
};

const EN: LoopWords = {
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
    { text: 'The clock of its server: the token lives for 15 minutes:', code: 'iat, exp' },
  ],
};

export function loopWords(locale: WebSettings['locale']): LoopWords {
  return locale === 'en' ? EN : PT_BR;
}
