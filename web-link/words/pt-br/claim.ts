/** Texts of the page about a CPF that another person uses. */
export const claim = {
  title: 'Este CPF é meu',
  /** On the login page. */
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
  /** The text that stands ready in WhatsApp; the bot knows it as the command. */
  chatText: 'Este CPF é meu',
  down: 'O WhatsApp está fora do ar agora. Tente de novo em alguns minutos.',
  back: 'Voltar para o login',
};
