import type { CredentialName, SignInMethodName } from '#src/domain/sign-in-method.js';
import { LIFETIMES } from '../lifetimes.js';

/** What the pages of a signed-in person's account say. */
export const account = {
  title: 'Minha conta',
  whoTitle: 'Quem é você',
  waysTitle: 'Formas de entrar',
  methods: { whatsapp: 'WhatsApp', password: 'Senha', google: 'Google' } satisfies Readonly<
    Record<CredentialName, string>
  >,
  since: (day: string) => `desde ${day}`,
  setPassword: 'Criar uma senha',
  changePassword: 'Trocar a senha',
  linkGoogle: 'Vincular conta Google',
  unlinkGoogle: 'Desvincular conta Google',
  naming: {
    open: 'Corrigir',
    title: 'Corrigir o nome',
    hint: 'Como você quer ser chamado aqui e no WhatsApp.',
    submit: 'Salvar nome',
    faults: {
      name_missing: 'Digite o seu nome.',
      name_too_long: 'Use até 80 letras.',
      name_not_a_name: 'Use só letras: nada de números, símbolos ou endereços.',
    },
  },
  dangerTitle: 'Sair ou apagar',
  dangerText:
    'Estes botões mexem com todos os aparelhos ou com a conta inteira. Cada um pergunta antes.',
  devicesTitle: 'Aparelhos conectados',
  thisDevice: 'este aparelho',
  lastSeen: (moment: string) => `Visto em ${moment}`,
  unknownDevice: 'Aparelho desconhecido',
  /** How a device was signed in. */
  ways: {
    login_link: 'pelo link do WhatsApp',
    code: 'com código do WhatsApp',
    request: 'com aprovação no WhatsApp',
    password: 'com senha',
    google: 'com Google',
  } satisfies Readonly<Record<SignInMethodName, string>>,
  endSession: 'Sair',
  endThat: (device: string) => `Sair de ${device}`,
  endAll: 'Sair de tudo',
  endAllPage: {
    title: 'Sair de todos os aparelhos?',
    text: 'A sua conta sai de todos os aparelhos, deste também, e os links e códigos já enviados deixam de valer. Para voltar, é só entrar de novo.',
    cancel: 'Continuar conectado',
  },
  dataTitle: 'Meus dados',
  dataText: 'Você pode levar uma cópia de tudo o que guardamos, ou apagar a conta.',
  download: 'Baixar meus dados',
  deleteAccount: 'Apagar minha conta',
  deletionAhead: (day: string) => `A sua conta será apagada em ${day}.`,
  deletionAheadText:
    'Nesse dia apagamos tudo o que guardamos sobre você, e não dá para recuperar. Até lá a conta funciona como sempre. Para voltar atrás, toque no botão abaixo ou escreva CANCELAR EXCLUSÃO no WhatsApp.',
  keepAccount: 'Manter a minha conta',
  numberWait: {
    title: 'Outro WhatsApp com o seu número quer abrir esta conta',
    asked: (moment: string) =>
      `O número desta conta foi registrado em outra conta do WhatsApp, que informou o seu CPF ou CNPJ em ${moment}.`,
    staysShut: 'Sem o seu sim, ele não abre nada.',
    consequence: 'Se foi você, o WhatsApp novo passa a abrir a conta, e o antigo deixa de abrir.',
    yes: 'Fui eu',
    no: 'Não fui eu',
  },
  renewed: (moment: string) =>
    `O WhatsApp deste número mudou de aparelho ou de conta em ${moment}. Não foi você? Fale com a nossa equipe.`,
  waysClosed:
    'Esta conta foi bloqueada pelo WhatsApp. A senha e a conta Google de antes não valem mais: se quiser usá-las, cadastre de novo.',
  contestedTitle: 'Há um pedido sobre este CPF ou CNPJ',
  contestedText:
    'Outra pessoa diz que ele é dela. Até a nossa equipe decidir, nenhuma forma de entrar pode ser criada ou tirada. As que você tem continuam valendo.',
  done: {
    password: 'Senha salva.',
    name: 'Nome salvo.',
    session: 'O aparelho saiu da sua conta.',
    kept: 'A sua conta continua.',
    linked: 'Conta Google vinculada.',
    unlinked: 'Conta Google desvinculada.',
    numberConfirmed: 'Pronto: o WhatsApp novo já abre a sua conta.',
    numberRefused: 'Pronto: o outro WhatsApp não abre a sua conta.',
    numberOver: 'Esse pedido de outro WhatsApp já acabou ou mudou. Nada foi feito.',
  },
  confirm: {
    title: 'Confirme que é você',
    intro: `Isto mexe na segurança da sua conta. Depois de confirmar, você tem ${LIFETIMES.proofMinutes} minutos.`,
    withPassword: 'Senha',
    submit: 'Confirmar',
    wrongPassword: 'A senha não confere.',
    askCode: 'Receber código no WhatsApp',
    codeIntro: 'Enviamos um código de 6 números para a sua conversa com a gente no WhatsApp.',
    withGoogle: 'Confirmar com Google',
    cancel: 'Agora não',
  },
  deletion: {
    title: 'Apagar a sua conta?',
    text: `Tudo o que guardamos sobre você é apagado em ${LIFETIMES.deletionDays} dias. Até lá você pode voltar atrás aqui ou pelo WhatsApp.`,
    submit: `Apagar em ${LIFETIMES.deletionDays} dias`,
    cancel: 'Manter a minha conta',
  },
  toAccount: 'Minha conta',
};
