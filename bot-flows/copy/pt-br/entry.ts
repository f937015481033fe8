import type { SaidDevice, Timed } from '../parameters.js';
import { either, on, wait } from './parts.js';

/** The ways in: link and code, a page that asks, Google, the password. */
export const entry = {
  phrases: {
    enter: [
      ...['~entrar', 'entra', '~login', 'logar', '~acessar', 'acesso', 'link', '~codigo'],
      ...['link e codigo', 'novo codigo', 'novo link', 'outro codigo', 'outro link'],
      ...['reenviar', 'reenvia', 'manda de novo', 'envia de novo'],
      ...['nao recebi', 'nao chegou', 'nao recebi o codigo', 'nao recebi o link', 'expirou'],
      ...['o codigo nao chegou', 'o link nao chegou', 'nao consigo entrar'],
      ...['nao consigo acessar'],
    ],
    google: [
      ...['~google', 'entrar com google', 'acessar com google', 'vincular google'],
      ...['ligar google', 'login com google', 'entrar pelo google', 'acessar pelo google'],
      ...['gmail', 'entrar com gmail', 'vincular gmail', 'vincular conta google'],
    ],
    unlinkGoogle: [
      ...['desvincular google', 'desligar google', 'remover google', 'tirar google'],
      ...['desconectar google', 'apagar google', 'excluir google', 'desvincular gmail'],
      ...['~desvincular', 'desvicular google', 'disvincular google', 'desvincula google'],
      ...['desvincular googel', 'desvincular google conta'],
    ],
    password: [
      ...['~senha', 'esqueci a senha', 'esqueci minha senha', 'trocar senha', 'trocar a senha'],
      ...['mudar senha', 'mudar a senha', 'nova senha', 'redefinir senha', 'criar senha'],
      ...['perdi a senha', 'perdi minha senha', 'nao sei a senha', 'nao lembro a senha'],
      ...['nao lembro minha senha', 'recuperar senha', 'resetar senha', 'alterar senha'],
      ...['definir senha', 'esqueci senha'],
    ],
  },
  texts: {
    codeKilled: () =>
      'Digite o código no site, não aqui. Para sua segurança, esse código não vale mais. Se precisar de outro, escreva ENTRAR.',
    accessTooSoon: ({ seconds }: { readonly seconds: number }) =>
      `Acabei de enviar seu acesso, veja logo acima. Para pedir outro, espere ${wait(seconds)}.`,
    accessTooMany: ({ seconds }: { readonly seconds: number }) =>
      `Você pediu muitos acessos seguidos. Espere ${wait(seconds)} e peça de novo, ou entre pelo site.`,
    accessBlocked: () => 'Não consegui liberar o acesso por aqui. Veja no site como continuar.',
    askTaxIdForRequest: () =>
      'Vou liberar sua entrada no site, mas ainda não conheço este número. Qual é o seu CPF (ou CNPJ)?',
    requestShown: ({
      askedAt,
      choices,
      times,
      ...device
    }: Timed & SaidDevice & { readonly askedAt: Date; readonly choices: readonly number[] }) =>
      `Pedido de entrada no site às ${times.clockTime(askedAt)}${on(device)}.\nQual número aparece na tela? ${either(choices)}\nSe não foi você que abriu o site, responda NÃO.`,
    requestAgain: ({ choices }: { readonly choices: readonly number[] }) =>
      `Responda só com o número que aparece na tela: ${either(choices)}. Se não foi você que abriu o site, responda NÃO.`,
    requestApproved: () => 'Pronto, você entrou. Pode voltar à página.',
    requestWrongNumber: () =>
      'Esse não era o número da tela, e por segurança o pedido não vale mais. Se foi você, abra a página de novo. Se não foi, escreva BLOQUEAR.',
    requestExpired: () =>
      'Esse pedido passou do tempo e não vale mais. Abra a página de novo e mande a mensagem nova.',
    requestNotFound: () =>
      'Não achei esse pedido: ele pode ter passado do tempo. Abra a página de novo e mande a mensagem nova, ou escreva ENTRAR.',
    requestTooManyTries: () =>
      'Foram pedidos demais em pouco tempo. Para sua segurança, espere um pouco ou escreva ENTRAR.',
    /** NÃO: the person did not open that page. */
    requestDenied: () =>
      'Ainda bem que avisou: neguei o pedido e ninguém entrou. Não mande mensagens que outra pessoa pediu para mandar. Se acha que alguém usa sua conta, escreva BLOQUEAR.',
    /** Google is no way in here. */
    googleNotOffered: () =>
      'Por aqui não oferecemos o acesso com Google. Para entrar na sua conta, escreva ENTRAR: mando um link e um código.',
    googleLinkedAlready: () =>
      'O Google já abre a sua conta: no site, toque em Acessar com Google. Para tirar, escreva DESVINCULAR GOOGLE.',
    googleNotLinked: () =>
      'Nenhuma conta Google está vinculada à sua. Se quiser vincular uma, escreva GOOGLE.',
    /** No way in is added or removed while a claim on the CPF is open. */
    accountContested: () =>
      'Há um pedido sobre o CPF ou CNPJ desta conta. Enquanto a equipe não decide, não dá para mudar senha nem Google. Para falar com uma pessoa, escreva ATENDENTE.',
    resetTooSoon: ({ seconds }: { readonly seconds: number }) =>
      `Acabei de enviar um link para a senha, veja logo acima. Para pedir outro, espere ${wait(seconds)}.`,
    resetTooMany: ({ seconds }: { readonly seconds: number }) =>
      `Foram muitos links para a senha em pouco tempo. Espere ${wait(seconds)} e peça de novo. Para entrar sem senha, escreva ENTRAR.`,
  },
};
