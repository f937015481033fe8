import type { AccessGreeting } from '#src/app/ports/access-copy.js';
import type { ChallengePurpose } from '#src/domain/challenge.js';
import type { NoticeTopic } from '#src/app/ports/tables/owner-notices.js';
import type { SaidDevice, Timed } from '../parameters.js';
import { numberWaitTexts } from './number-wait.js';
import { on } from './parts.js';
import { JOINED } from './joined-notices.js';

const GREETING: Readonly<Record<AccessGreeting, (name: string) => string>> = {
  known: (name) => `Olá, ${name}.`,
  registered: (name) => `Cadastro feito, ${name}.`,
  again: () => 'Novo acesso, só este vale.',
};

const CODE_IS_FOR: Readonly<Record<ChallengePurpose, string>> = {
  login: 'entrar na sua conta',
  link: 'ligar uma conta do Google à sua',
  unlink: 'desligar o Google da sua conta',
  reset: 'trocar a sua senha',
  step_up: 'confirmar que é você',
  change_phone: 'trocar o número da sua conta',
};

/** What the application says by itself, and the messages that carry a link or a code. */
export const access = {
  /** Goes right before the message with the code, so it carries the warning for it. */
  link: ({
    greeting,
    name,
    url,
    linkMinutes,
    codeMinutes,
  }: {
    readonly greeting: AccessGreeting;
    readonly name: string;
    readonly url: string;
    readonly linkMinutes: number;
    readonly codeMinutes: number;
  }) =>
    `${GREETING[greeting](name)} Toque para entrar neste celular: ${url}\nNo computador, use o código da próxima mensagem. O link vale ${linkMinutes} minutos e o código, ${codeMinutes}. Nunca repasse este código, nem para nós.`,
  /** No code follows: they are paused, and the link brings them back. */
  linkOnly: ({
    greeting,
    name,
    url,
    linkMinutes,
  }: {
    readonly greeting: AccessGreeting;
    readonly name: string;
    readonly url: string;
    readonly linkMinutes: number;
  }) =>
    `${GREETING[greeting](name)} Toque para entrar neste celular: ${url}\nVale ${linkMinutes} minutos. Houve códigos errados demais: códigos voltam quando você entrar pelo link. Nunca o repasse, nem para nós.`,
  /** Says what the code is for: a caller on the phone may say something else. */
  pageCode: ({
    purpose,
    codeMinutes,
  }: {
    readonly purpose: ChallengePurpose;
    readonly codeMinutes: number;
  }) =>
    `Você pediu no site um código para ${CODE_IS_FOR[purpose]}. Digite lá o código da próxima mensagem; ele vale ${codeMinutes} minutos. Nunca repasse este código, nem para nós.`,
  signedIn: ({ at, times, ...device }: Timed & SaidDevice & { readonly at: Date }) =>
    `Você entrou às ${times.clockTime(at)}${on(device)}. Não foi você? Responda BLOQUEAR.`,
  numberChangeAsked: ({ newPhoneMasked }: { readonly newPhoneMasked: string }) =>
    `Alguém pediu para usar sua conta no número ${newPhoneMasked}. Se foi você, responda TROCAR. Se não foi, responda NÃO.`,
  numberChanged: ({ newPhoneMasked }: { readonly newPhoneMasked: string }) =>
    `O WhatsApp da sua conta agora é ${newPhoneMasked}. O número antigo não abre mais nada.`,
  ...numberWaitTexts,
  claimUpheld: () =>
    'Conferimos seu pedido: a conta desse CPF ou CNPJ agora é sua, com este WhatsApp. Os acessos de antes não valem mais. Para entrar, escreva ENTRAR.',
  claimRejected: () =>
    'Olhamos seu pedido sobre o CPF ou CNPJ e não conseguimos confirmar que ele é seu. Se tiver outra prova, escreva ATENDENTE e fale com a gente.',
  claimLost: () =>
    'A equipe conferiu que o CPF ou CNPJ da sua conta é de outra pessoa. Este número não abre mais essa conta. Se acha que houve engano, escreva ATENDENTE.',
  googleLink: ({ url, linkMinutes }: { readonly url: string; readonly linkMinutes: number }) =>
    `Para vincular sua conta Google, toque: ${url}\nO link vale ${linkMinutes} minutos, uma vez só. Não foi você quem pediu? Não toque e não repasse.`,
  /** The page that it leads to asks for a code, which comes in another message. */
  googleUnlink: ({ url, linkMinutes }: { readonly url: string; readonly linkMinutes: number }) =>
    `Para desvincular o Google, toque: ${url}\nA página vai pedir um código, que mando por aqui. O link vale ${linkMinutes} minutos, uma vez só. Nunca repasse o link, nem para nós.`,
  passwordReset: ({ url, linkMinutes }: { readonly url: string; readonly linkMinutes: number }) =>
    `Para escolher uma senha nova, toque: ${url}\nO link vale ${linkMinutes} minutos, uma vez só. Não foi você quem pediu? Não toque e não repasse.`,
  googleLinked: ({ at, times }: Timed & { readonly at: Date }) =>
    `Uma conta do Google passou a abrir a sua conta às ${times.clockTime(at)}. Não foi você? Responda BLOQUEAR.`,
  googleUnlinked: ({ at, times }: Timed & { readonly at: Date }) =>
    `O Google deixou de abrir a sua conta às ${times.clockTime(at)}. Não foi você? Responda BLOQUEAR.`,
  guessing: ({ at, times }: Timed & { readonly at: Date }) =>
    `Alguém errou muitas vezes a senha ou o código da sua conta, até as ${times.clockTime(at)}. Ninguém entrou. No navegador que você já usa e por aqui (ENTRAR), tudo funciona. Não foi você? Não precisa fazer nada.`,
  sessionCopied: ({ at, times }: Timed & { readonly at: Date }) =>
    `Encerrei um acesso à sua conta às ${times.clockTime(at)}: uma cópia antiga dele foi usada. Se não reconhece, responda BLOQUEAR. Para entrar de novo, escreva ENTRAR.`,
  passwordChanged: ({ at, times }: Timed & { readonly at: Date }) =>
    `A senha da sua conta foi definida às ${times.clockTime(at)}. Não foi você? Responda BLOQUEAR.`,
  nameChanged: ({ at, times }: Timed & { readonly at: Date }) =>
    `O nome da sua conta foi mudado no site às ${times.clockTime(at)}. Não foi você? Responda BLOQUEAR.`,
  deletionScheduled: ({ dueAt, times }: Timed & { readonly dueAt: Date }) =>
    `Sua conta será apagada em ${times.calendarDay(dueAt)}, como pedido no site. Para mantê-la, escreva CANCELAR EXCLUSÃO.`,
  /** `count` of them, and the last one's text. */
  joined: ({
    topic,
    count,
    text,
  }: {
    readonly topic: NoticeTopic;
    readonly count: number;
    readonly text: string;
  }) => `${JOINED[topic](count)}\n${text}`,
  deleted: () =>
    'Sua conta e seus dados foram apagados. Se um dia quiser voltar, é só escrever para cá.',
  botIsBack: () => 'Voltei a responder por aqui. Para entrar na sua conta, escreva ENTRAR.',
  /** `code` with its dash; read-message.ts knows the words before it. */
  requestText: ({ code }: { readonly code: string }) => `Entrar no site: ${code}`,
  /** After too many messages, once. */
  pausing: ({ until, times }: Timed & { readonly until: Date }) =>
    `Recebi muitas mensagens de uma vez e vou fazer uma pausa até ${times.clockTime(until)}. Depois disso, escreva MENU. Se precisar trancar sua conta, escreva BLOQUEAR: isso funciona sempre.`,
  /** When an answer failed several times: the person has to write again. */
  trouble: () =>
    'Desculpe, tive um problema e não consegui responder. Escreva de novo daqui a pouco.',
};
