import type { Branded, Lifetimes } from '../parameters.js';
import type { Wish } from '../wish.js';
import { WISHES } from './wishes.js';

/** Whose the login is, as far as the operator said it: "da Loja X (lojax.com.br)", or nothing. */
export function ofBrand({ name, site }: Branded['brand']): string {
  const named = name === null ? '' : ` da ${name}`;
  return site === null ? named : `${named} (${site})`;
}

/** What people ask beside what they came for. Each answer is one or two sentences and leads on. */
export const questions = {
  phrases: {
    linkProblem: ['o link nao abre', 'o link nao funciona', 'link invalido', 'link quebrado'],
    codeProblem: ['codigo invalido', 'codigo errado', 'o codigo nao funciona', 'codigo expirado'],
    linkQuestion: ['onde clico', 'apareceu uma tela', 'apareceu um botao'],
    callMe: ['me liga', 'pode me ligar', 'me ligue'],
    codeQuestion: ['onde digito o codigo', 'onde coloco o codigo', 'qual codigo'],
    lostPhone: ['perdi meu celular', 'roubaram meu celular', 'fui roubado', 'fui assaltado'],
    noTaxId: ['nao tenho cpf', 'nao sei meu cpf', 'nao quero passar meu cpf'],
    whyTaxId: ['pra que o cpf', 'por que o cpf', 'para que voces querem meu cpf'],
    business: ['preco', 'quanto custa', 'meu pedido', 'boleto'],
    scam: ['golpe', 'e golpe', 'isso e golpe', 'e seguro'],
    whoAreYou: ['quem e voce', 'quem e vc', 'quem fala', 'voce e um robo'],
    otherPerson: ['e para outra pessoa'],
    goodbye: ['tchau', 'ate mais', 'ate logo', 'flw', 'falou', 'fui'],
    language: ['fala ingles', 'em ingles'],
    wasMe: ['fui eu', 'era eu', 'sou eu', 'fui eu sim', 'fui eu mesmo'],
    acknowledge: ['entendi', 'ta bom', 'ta', 'ata', 'hmm', 'joia', 'tranquilo', 'tudo certo'],
  },
  texts: {
    /** Before a new link and code, where the last ones did not work. */
    linkHelp: ({ linkMinutes }: Lifetimes) =>
      `Entendi. O link abre uma vez só, vale ${linkMinutes} minutos, e só o mais novo serve. Toque nele, espere a página e toque em Entrar. Se não abrir, copie e cole no Chrome ou no Safari. Num computador, use o código.`,
    /** Somebody wants to be called; whoever calls is not from here. */
    /** Before a person of the team is called. */
    nobodyCalls: () =>
      'Por aqui ninguém liga, só escrevemos: desconfie de quem ligar em nosso nome.',
    nobodyCallsHere: () =>
      'Por aqui ninguém liga, só escrevemos: desconfie de quem ligar em nosso nome. Para falar com uma pessoa da equipe, escreva ATENDENTE.',
    codeHelp: ({ codeMinutes }: Lifetimes) =>
      `O código é digitado no site, na tela que pede o código de 6 números, nunca aqui nem para outra pessoa. Só o mais novo vale, por ${codeMinutes} minutos. Se a tela não pede código, toque no link.`,
    lostPhone: () =>
      'Sinto muito. Se este é o número da conta, BLOQUEAR tranca tudo e SAIR DE TUDO encerra os acessos. Se este número é novo, escreva MUDEI DE NÚMERO para trazer a conta para cá. Para falar com uma pessoa, escreva ATENDENTE.',
    noTaxId: () =>
      'Sem problema, não tem pressa. O CPF está no RG, na CNH ou no app gov.br; sem ele não consigo liberar por aqui. Se já tem conta, dá para entrar pelo site. Para falar com uma pessoa, escreva ATENDENTE.',
    whyTaxId: () =>
      'O CPF (ou CNPJ) serve só para achar a sua conta e saber que ela é sua. Guardo nome, CPF e este número, cifrados; não vendo nem passo a ninguém. Para ver ou apagar, escreva MEUS DADOS.',
    business: ({ brand }: Branded) =>
      brand.contact === null
        ? 'Aqui é só o acesso à sua conta, então disso eu não sei. Veja no site ou escreva ATENDENTE para falar com uma pessoa. Para entrar, escreva ENTRAR.'
        : `Aqui é só o acesso à sua conta, então disso eu não sei. Fale com ${brand.contact}. Para entrar na conta, escreva ENTRAR.`,
    scam: ({ brand }: Branded) =>
      `Boa pergunta. Aqui é o acesso à conta${ofBrand(brand)}. Nunca peço senha, pagamento nem código. Confira este número no site oficial. Não passe link nem código a ninguém, nem por telefone.`,
    whoAreYou: ({ brand }: Branded) =>
      `Sou um robô, o acesso à conta${ofBrand(brand)}: por aqui você entra com um link ou um código, sem senha. Para entrar, escreva ENTRAR. Para falar com uma pessoa, escreva ATENDENTE.`,
    otherPerson: () =>
      'Cada conta é só do dono: ela abre com o WhatsApp e o CPF da própria pessoa. Peça que ela escreva para cá do celular dela. Se ela não tem WhatsApp, pode entrar pelo site, ou escreva ATENDENTE.',
    goodbye: () => 'Até mais!',
    speaksEnglish: () =>
      'Por aqui falo português e inglês. Se preferir, escreva em inglês e eu respondo em inglês.',
    /** Before an answer to somebody who writes in Spanish. */
    spanish: () =>
      'Entiendo un poco de español, pero respondo en portugués. Para entrar, escriba ENTRAR; para una persona, ATENDENTE.',
    wasYou: () => 'Que bom que foi você. Não mudei nada na sua conta.',
    acknowledged: () => 'Certo.',
    hello: () => 'Oi! Que bom falar com você.',
    /** Somebody new asks for what only an account has. */
    accountFirst: () => 'Para isso preciso achar ou criar a sua conta. Qual é o seu CPF (ou CNPJ)?',
    notYet: () => 'Isso eu faço assim que a sua conta estiver aberta.',
    offer: ({ wish }: { readonly wish: Wish }) =>
      `Só para ter certeza: você quer ${WISHES[wish]}?\n1 Sim\n2 Não`,
    offerDeclined: () => 'Tudo bem, não fiz nada. Escreva AJUDA para ver o que posso fazer.',
    askKeep: () =>
      'Sua conta está marcada para ser apagada. Quer cancelar a exclusão e ficar com ela?\n1 Sim\n2 Não',
    stillLeaving: () =>
      'Tudo bem, a exclusão continua marcada. Se mudar de ideia, escreva CANCELAR.',
  },
};
