import { LIFETIMES } from '../lifetimes.js';

/** What the page says that ends a loop between the login and the application. */
export const loop = {
  title: 'Você entrou, mas a página seguinte não reconhece você',
  text: 'O seu login está certo. A página para onde você ia mandou você de volta três vezes em poucos segundos, e por isso paramos aqui. Tente de novo; se continuar, avise quem cuida do sistema.',
  again: 'Tentar de novo',
  forIntegrators: 'Para quem cuida do sistema: o que conferir',
  /** One thing to check each; `code` is shown apart from the text. */
  checks: ({ cookie, publicUrl }: { readonly cookie: string; readonly publicUrl: string }) => [
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
    {
      text: `O relógio do servidor do sistema: o token vale por ${LIFETIMES.accessTokenMinutes} minutos:`,
      code: 'iat, exp',
    },
  ],
};
