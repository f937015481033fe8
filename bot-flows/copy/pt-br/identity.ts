import type { NoPhone } from '#src/domain/phone.js';
import { numberWaits, WHY_PROOF } from './number-wait.js';

const NO_PHONE: Readonly<Record<NoPhone, string>> = {
  landline:
    'Seu número não é de celular, e por aqui só dá para entrar com um celular do Brasil. Escreva de um celular ou, se já tem conta, entre pelo site.',
  abroad:
    'Seu número é de fora do Brasil, e por aqui só dá para entrar com um número do Brasil. Se já tem conta, entre pelo site. Para falar com uma pessoa, escreva ATENDENTE.',
  hidden:
    'O WhatsApp não me mostrou o seu número, então não consigo liberar o acesso por aqui. Você pode entrar pelo site.',
  unreadable:
    'Não reconheci o número deste WhatsApp, então não consigo liberar o acesso por aqui. Se já tem conta, entre pelo site. Para falar com uma pessoa, escreva ATENDENTE.',
};

/** Whose number is this: CPF or CNPJ, proof, registration. */
export const identity = {
  texts: {
    /** Says why this number opens no account, and what to do. */
    noPhone: ({ reason }: { readonly reason: NoPhone }) => NO_PHONE[reason],
    askTaxId: () => 'Qual é o seu CPF (ou CNPJ)?',
    askTaxIdAgain: () => 'Envie só os números, por favor. Qual é o seu CPF (ou CNPJ)?',
    taxIdMissing: () =>
      'Não achei um CPF na sua mensagem. Envie só os 11 números do CPF, ou os 14 do CNPJ.',
    taxIdWrongLength: () =>
      'Esse número está com tamanho errado: o CPF tem 11 números e o CNPJ tem 14. Confira e envie de novo.',
    taxIdWrongDigit: () =>
      'Esse número parece ter um erro de digitação. Confira com calma e envie de novo.',
    taxIdSeveral: () => 'Vi mais de um número aí. Envie só um: o seu CPF ou o seu CNPJ.',
    /** `several`: masked, as the person sent them, in this order. */
    whichTaxId: ({ several }: { readonly several: readonly string[] }) =>
      `Vi mais de um número aí. Qual é o seu?\n${several.map((one, at) => `${at + 1} ${one}`).join('\n')}`,
    taxIdPaused: () =>
      'Ainda não deu certo, mas não tem pressa. Quando estiver com o CPF em mãos, escreva ENTRAR. Se tiver dúvida, escreva AJUDA.',
    confirmTaxId: ({ kind, masked }: { readonly kind: 'cpf' | 'cnpj'; readonly masked: string }) =>
      `Seu ${kind === 'cpf' ? 'CPF' : 'CNPJ'} é ${masked}?\n1 Sim\n2 Não`,
    /** The same for an unknown CPF and for one of another number (security case 12). */
    notFoundHere: () =>
      'Não encontrei cadastro desse CPF ou CNPJ neste número de WhatsApp. Confira o que enviou ou entre pelo site. Se trocou de WhatsApp, escreva MUDEI DE NÚMERO. Se é outra pessoa que usa o seu CPF, escreva ESTE CPF É MEU.',
    tooManyTaxIds: () =>
      'Você já tentou vários números hoje. Para sua segurança, tente de novo amanhã ou entre pelo site.',
    /** Step-up: says kindly why the number alone is not enough. */
    askProof: ({ reason }: { readonly reason: 'new_account' | 'identity_changed' | 'dormant' }) =>
      `${WHY_PROOF[reason]}. Só para ter certeza de que é você: qual é o CPF (ou CNPJ) da conta?`,
    /** The CPF is right and not enough: what another WhatsApp account on the number waits for. */
    numberWaits,
    proofWrong: () => 'Não foi dessa vez. Confira e envie de novo o CPF (ou CNPJ) da conta.',
    proofPaused: () =>
      'Não consegui confirmar que é você, então parei por aqui. Tente mais tarde ou escreva ATENDENTE para falar com uma pessoa.',
    askName: () =>
      'Não achei esse CPF ou CNPJ neste WhatsApp. Se já tem conta, entre no site ou escreva MUDEI DE NÚMERO ou ESTE CPF É MEU. Se é a primeira vez, vamos fazer seu cadastro: como você se chama?',
    /** The same, where the name was said already. */
    newHere: () =>
      'Não achei esse CPF ou CNPJ neste WhatsApp. Se já tem conta, entre no site ou escreva MUDEI DE NÚMERO ou ESTE CPF É MEU. Se é a primeira vez, falta só o seu aceite.',
    askNameAgain: () => 'Escreva só o seu nome, sem números nem símbolos. Como você se chama?',
    /** After a claim that was upheld: the name of the former owner does not stay. */
    askOwnName: () =>
      'Antes de continuar: o nome desta conta era de quem a usava antes. Como você se chama?',
    askConsent: ({ name, privacyUrl }: { readonly name: string; readonly privacyUrl: string }) =>
      `Seu nome: ${name}. Guardo nome, CPF ou CNPJ e este número, só para você entrar. Saiba mais: ${privacyUrl}\nVocê aceita?\n1 Aceito\n2 Não aceito`,
    /** ENTRAR or NÃO RECEBI in the middle of a registration: what is still missing for the link. */
    linkNeedsTaxId: () => 'Ainda não mandei o link: falta confirmar o número.',
    linkNeedsName: () =>
      'Ainda não mandei o link: faltam o seu nome e o seu aceite. Como você se chama?',
    linkNeedsConsent: () =>
      'Ainda não mandei o link: falta só o seu aceite para eu guardar seu nome, seu CPF ou CNPJ e este número.\nVocê aceita?\n1 Aceito\n2 Não aceito',
    consentDeclined: () =>
      'Tudo bem, não fiz o cadastro nem guardei seus dados. Se mudar de ideia, escreva ENTRAR.',
    registrationRefused: () =>
      'Não consegui fazer o cadastro com esse CPF ou CNPJ. Se já tem conta, entre no site com senha ou Google. Se trocou de WhatsApp, escreva MUDEI DE NÚMERO. Se é outra pessoa que usa o seu CPF, escreva ESTE CPF É MEU.',
    /** Registered on the way to a page's request. */
    registeredFirst: () => 'Cadastro feito. Agora vamos ao seu pedido de entrada no site.',
  },
};
