/** How people refuse that a link or a code is sent to them (answers/access-refusal.ts). */
export const ACCESS_REFUSAL = {
  no: `nao nunca jamais nem dont don not never`,
  /** Said of what may come; who says that nothing came ("não mandou") wants it. */
  sends: `
    manda mande mandar mandem mandarem mando envia envie enviar enviem reenvia reenvie reenviar reenviem gera gere gerar solta
    solte libera libere send sending resend text
  `,
  things: `link links codigo codigos acesso acessos senha token code codes password`,
  enters: `entrar acessar logar login log enter`,
  needs: `quero queria queremos preciso precisa precisam precisava want need`,
  between: `
    me mais que pra para e era o a os um uma de do da esse essa esses essas este nenhum nenhuma outro outra seu sua meu minha
    receber ser t estou you the any another my your to more por favor please no agora hoje aqui so ligar
  `,
  /** Before the negation, somebody or something fails to send, or is asked why. */
  who: `
    voce voces ele ela eles site sistema pagina app robo bot isso que porque ainda you it did does didn doesn why como quando se
    ninguem whatsapp
  `,
  polite: `
    por favor please obrigado obrigada valeu moco moca senhor senhora viu hein gente ok thanks thank you more gentileza
  `,
  /** Ask for it, in a part of the sentence without a negation. */
  orders: `manda mande envia envie reenvia reenvie send resend`,
  /** Before the thing, with a word of thanks or courtesy beside it. */
  without: `sem without no nada`,
  enough: `dispenso stop`,
  /** With a "de" behind it. */
  enoughOf: `chega para pare parem parar`,
} as const;
