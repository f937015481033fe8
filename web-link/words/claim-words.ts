import type { WebSettings } from '../deps.js';

/** What the page about a CPF that somebody else uses says. */
export interface ClaimWords {
  readonly title: string;
  /** On the login page. */
  readonly question: string;
  readonly intro: string;
  readonly steps: readonly string[];
  readonly open: string;
  /** The text that stands ready in WhatsApp; the bot knows it as the command. */
  readonly chatText: string;
  readonly down: string;
  readonly back: string;
}

const PT_BR: ClaimWords = {
  title: 'Este CPF é meu',
  question: 'Outra pessoa usa seu CPF ou CNPJ?',
  intro:
    'Se alguém cadastrou seu CPF ou CNPJ antes de você, ou se você perdeu o número que usava, peça a conta pelo seu WhatsApp. Só assim sabemos para qual número responder.',
  steps: [
    'Toque no botão e envie a mensagem que já vem escrita.',
    'O bot pergunta o CPF ou CNPJ. Ele não diz o que existe sobre ele.',
    'Uma pessoa da equipe confere e pode pedir provas. Enquanto isso, ninguém acrescenta nem tira formas de entrar.',
    'A resposta chega na mesma conversa.',
  ],
  open: 'Pedir pelo WhatsApp',
  chatText: 'Este CPF é meu',
  down: 'O WhatsApp está fora do ar agora. Tente de novo em alguns minutos.',
  back: 'Voltar para o login',
};

const EN: ClaimWords = {
  title: 'This CPF is mine',
  question: 'Does somebody else use your CPF or CNPJ?',
  intro:
    'If somebody registered your CPF or CNPJ before you did, or if you lost the number you used, ask for the account from your WhatsApp. Only then do we know which number to answer.',
  steps: [
    'Tap the button and send the message that is already typed.',
    'The bot asks for the CPF or CNPJ. It does not say what exists about it.',
    'Somebody of the team looks at it and may ask for proof. Until then nobody adds or removes ways in.',
    'The answer comes in the same chat.',
  ],
  open: 'Ask on WhatsApp',
  chatText: 'This CPF is mine',
  down: 'WhatsApp is out of order right now. Try again in some minutes.',
  back: 'Back to the login',
};

export function claimWords(locale: WebSettings['locale']): ClaimWords {
  return locale === 'en' ? EN : PT_BR;
}
