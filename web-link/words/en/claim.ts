import type { claim as ptBr } from '../pt-br/claim.js';

export const claim = {
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
} satisfies typeof ptBr;
