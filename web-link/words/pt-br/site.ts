import { account } from './account.js';
import { google } from './google.js';
import { password } from './password.js';
import { problems } from './problems.js';
import { whatsapp } from './request.js';
import { LIFETIMES } from '../lifetimes.js';
function count(value: number, one: string, many: string): string {
  return `${value} ${value === 1 ? one : many}`;
}

/** Everything the pages say; one constant per language. */
export const site = {
  /** BCP 47, for `<html lang>`. */
  lang: 'pt-BR',
  /** The same for previews of links (ogp.me). */
  openGraphLocale: 'pt_BR',
  tagline: 'Entrar pelo WhatsApp',
  skipToContent: 'Ir para o conteúdo',
  footer: { help: 'Ajuda:', privacy: 'Privacidade', terms: 'Termos de uso' },
  wait(seconds: number) {
    if (seconds < 60) return `em ${count(Math.max(1, Math.ceil(seconds)), 'segundo', 'segundos')}`;
    if (seconds < 3600) return `em ${count(Math.ceil(seconds / 60), 'minuto', 'minutos')}`;
    return `em ${count(Math.ceil(seconds / 3600), 'hora', 'horas')}`;
  },
  login: {
    title: 'Entrar',
    intro: (name: string) => `Acesse a sua conta em ${name}.`,
    whatsappSubmit: 'Acessar com WhatsApp',
    whatsappHow: 'Você confirma na conversa. Sem senha.',
    google: 'Acessar com Google',
    otherWays: 'Outras formas de entrar',
    withPassword: 'Entrar com senha',
    taxIdLabel: 'CPF ou CNPJ',
    taxIdHint: 'Com ou sem pontos e traço.',
    submit: 'Receber código no WhatsApp',
    taxIdMissing: 'Digite o seu CPF ou CNPJ.',
    taxIdWrongLength: 'Um CPF tem 11 números e um CNPJ tem 14 caracteres. Confira o que digitou.',
    taxIdWrongDigit: 'Esse número não confere. Veja se algum dígito ficou trocado.',
    downTitle: 'O WhatsApp está fora do ar por aqui',
    downText: 'Não conseguimos enviar códigos agora. Tente de novo em alguns minutos.',
    heldTitle: 'Escreva para a gente primeiro',
    heldText:
      'Agora só conseguimos responder a quem escreve. Mande “entrar” no WhatsApp e receba o seu link.',
    retry: 'Tentar de novo',
    tooMany: (wait: string) => `Foram muitos pedidos de código. Tente de novo ${wait}.`,
    chatLink: 'Abrir o WhatsApp',
    chatText: 'entrar',
    fullKeyboard: 'CNPJ com letras? Usar o teclado completo',
    haveCode: 'Já tenho o código',
    signedOut: 'Você saiu. Até logo!',
  },
  whatsapp,
  password,
  account,
  google,
  code: {
    title: 'Digite o código',
    intro:
      'Se este CPF ou CNPJ tem cadastro e conversa aberta com a gente, o código de 6 números chega em instantes no WhatsApp.',
    label: 'Código de 6 números',
    hint: `Vale por ${LIFETIMES.codeMinutes} minutos, só neste navegador.`,
    submit: 'Entrar',
    malformed: 'O código tem 6 números.',
    wrong(attemptsLeft: number) {
      if (attemptsLeft === 0)
        return 'Código errado. Essa era a última tentativa: peça outro código.';
      return `Código errado. Você ainda tem ${count(attemptsLeft, 'tentativa', 'tentativas')}.`;
    },
    expired: 'Esse código não vale mais. Peça outro.',
    exhausted: 'Foram muitos códigos errados. Peça outro código.',
    held: (wait: string) =>
      `Já pediram código para este CPF ou CNPJ há pouco, então este pedido não mandou outro. Você pode pedir de novo ${wait}. Um código que você receber escrevendo “entrar” no WhatsApp vale aqui.`,
    tooMany: (wait: string) => `Foram muitas tentativas. Tente de novo ${wait}.`,
    again: 'Pedir outro código',
    over: 'Peça outro código',
    againIn: 'Você pode pedir outro código em {seconds} s.',
    againLater: `Espere ${count(LIFETIMES.resendMinutes, 'minuto', 'minutos')} entre um pedido e outro.`,
    notArrivedTitle: 'Não chegou?',
    notArrivedText:
      'Escreva “entrar” para o nosso WhatsApp. O código que você receber lá também vale aqui.',
    neverShare: 'Nunca repasse este código, nem para nós.',
    otherTaxId: 'Usar outro CPF ou CNPJ',
  },
  link: {
    title: (maskedName: string) => `Entrar como ${maskedName}?`,
    where: (company: string, device: string) => `${company} · neste navegador: ${device}`,
    intro: 'Confirme para entrar neste navegador. O link vale uma vez só.',
    submit: 'Entrar',
    cancel: 'Agora não',
    notYou: 'Não foi você quem pediu? Feche esta página e não repasse o link.',
    sameAccount: (name: string) => `Você já está conectado como ${name} neste navegador.`,
    otherAccount: (name: string) =>
      `Você está conectado como ${name}. Se continuar, essa conta sai deste navegador e a outra entra.`,
    otherAccountSubmit: 'Trocar de conta e entrar',
    used: {
      title: 'Este link já foi usado',
      text: 'Cada link vale uma vez só. Para entrar de novo, escreva “entrar” no WhatsApp e receba outro.',
    },
    expired: {
      title: 'Este link não vale mais',
      text: `Links valem por ${LIFETIMES.linkMinutes} minutos, e um link novo cancela o anterior. Escreva “entrar” no WhatsApp e receba outro.`,
    },
    invalid: {
      title: 'Não reconhecemos este link',
      text: 'Talvez ele tenha sido copiado pela metade. Toque no link dentro da conversa do WhatsApp ou peça outro.',
    },
    tooMany: (wait: string) => `Foram muitas tentativas. Tente de novo ${wait}.`,
    askAgain: 'Pedir outro link no WhatsApp',
    goToDashboard: 'Continuar conectado',
  },
  dashboard: {
    hello: (firstName: string) => `Olá, ${firstName}`,
    title: 'Sua conta',
    intro: 'Você entrou com segurança.',
    name: 'Nome',
    taxId: 'CPF ou CNPJ',
    ways: 'Formas de entrar',
    signOut: 'Sair',
    sample: 'Esta é uma página de exemplo: o seu sistema entra no lugar dela.',
  },
  errors: {
    summary: 'Não deu certo',
    noCookies:
      'Este navegador não guarda cookies, e sem eles não conseguimos atender o pedido. Permita os cookies deste site e tente de novo.',
    notFound: {
      title: 'Página não encontrada',
      text: 'O endereço pode ter mudado ou estar incompleto.',
    },
    broken: {
      title: 'Algo quebrou do nosso lado',
      text: 'Já ficou registrado. Tente de novo em alguns instantes.',
    },
    malformed: {
      title: 'Não entendemos o pedido',
      text: 'Volte à página anterior, recarregue e tente de novo.',
    },
    method: {
      title: 'Isso não funciona aqui',
      text: 'Volte ao início e siga os botões da página.',
    },
    tooMany: {
      title: 'Calma um pouquinho',
      text: 'Foram muitas tentativas em pouco tempo.',
    },
    unavailable: {
      title: 'Estamos fora do ar',
      text: 'Tente de novo em alguns minutos.',
    },
    origin: {
      title: 'Pedido vindo de outro endereço',
      text: (publicUrl: string) =>
        `Por segurança, só aceitamos pedidos feitos em ${publicUrl}. Abra a página por lá e tente de novo.`,
    },
    requestId: 'Código do pedido',
    home: 'Ir para o início',
  },
  problems,
};
