import type { WebSettings } from '../deps.js';

interface Chapter {
  readonly title: string;
  readonly text: string;
}

/** What the privacy notice says (LGPD art. 9): what is kept, what for, how long, and one's rights. */
export interface PrivacyWords {
  readonly title: string;
  readonly intro: string;
  readonly chapters: readonly Chapter[];
}

const privacyPtBr: PrivacyWords = {
  title: 'Privacidade',
  intro: 'O que guardamos para você entrar na sua conta, e o que nunca fazemos com isso.',
  chapters: [
    {
      title: 'O que guardamos',
      text: 'Seu nome, seu CPF ou CNPJ e o número do seu WhatsApp. O CPF ou CNPJ diz de quem é a conta; o número é por onde você entra. Também guardamos quando e com que tipo de navegador você entrou. Um cookie lembra por 180 dias que este navegador já entrou: ele não abre nada, só evita que erros de estranhos deixem você de fora.',
    },
    {
      title: 'Para quê',
      text: 'Só para você entrar na sua conta e para ninguém entrar no seu lugar. Não vendemos, não fazemos propaganda e não mandamos mensagem para quem não escreveu antes.',
    },
    {
      title: 'Como protegemos',
      text: 'Nome, CPF ou CNPJ, número e conversa ficam cifrados. Códigos e links valem poucos minutos, uma vez só, e nem nós conseguimos lê-los depois.',
    },
    {
      title: 'Por quanto tempo',
      text: 'O texto das mensagens some minutos depois da entrega. Códigos e links vencidos são apagados em um dia. O cadastro fica enquanto você tiver a conta.',
    },
    {
      title: 'A conversa',
      text: 'O que você escreve no WhatsApp também fica no seu celular. Se preferir, digite o CPF ou CNPJ na página de entrada, e não na conversa.',
    },
    {
      title: 'Seus direitos',
      text: 'Você pode pedir para ver, corrigir, levar ou apagar seus dados (Lei 13.709/2018, art. 18), e retirar seu consentimento quando quiser. Fale com o responsável pelo site em que você entra.',
    },
  ],
};

const privacyEn: PrivacyWords = {
  title: 'Privacy',
  intro: 'What we keep so that you can sign in, and what we never do with it.',
  chapters: [
    {
      title: 'What we keep',
      text: 'Your name, your CPF or CNPJ and your WhatsApp number. The CPF or CNPJ says whose account it is; the number is the way in. We also keep when and with what kind of browser you signed in. A cookie remembers for 180 days that this browser has signed in: it opens nothing, and only keeps the mistakes of strangers from shutting you out.',
    },
    {
      title: 'What for',
      text: 'Only for you to get into your account, and for nobody else to. We do not sell it, we do not advertise, and we do not write to people who did not write first.',
    },
    {
      title: 'How we protect it',
      text: 'Name, CPF or CNPJ, number and conversation are encrypted. Codes and links live for minutes, work once, and not even we can read them afterwards.',
    },
    {
      title: 'For how long',
      text: 'The text of messages is gone minutes after delivery. Expired codes and links are deleted within a day. Your registration stays as long as you have the account.',
    },
    {
      title: 'The conversation',
      text: 'What you write on WhatsApp also stays on your phone. If you prefer, type your CPF or CNPJ on the sign-in page instead of in the chat.',
    },
    {
      title: 'Your rights',
      text: 'You can ask to see, correct, take along or delete your data (Brazilian Law 13.709/2018, art. 18), and withdraw your consent at any time. Write to whoever runs the site you sign in to.',
    },
  ],
};

export function privacyWords(locale: WebSettings['locale']): PrivacyWords {
  return locale === 'en' ? privacyEn : privacyPtBr;
}
