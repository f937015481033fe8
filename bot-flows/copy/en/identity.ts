import type { NoPhone } from '#src/domain/phone.js';
import type { identity as ptBr } from '../pt-br/identity.js';
import { numberWaits, WHY_PROOF } from './number-wait.js';

const NO_PHONE: Readonly<Record<NoPhone, string>> = {
  landline:
    'Your number is no mobile number, and only Brazilian mobiles get in here. Please write from a mobile or, if you have an account, log in on the site.',
  abroad:
    'Your number is from outside Brazil, and only Brazilian numbers get in here. If you have an account, log in on the site. To talk to a person, write HUMAN.',
  hidden:
    'WhatsApp did not show me your number, so I cannot give you access here. You can log in on the site.',
  unreadable:
    'I do not recognise the number of this WhatsApp, so I cannot give you access here. If you have an account, log in on the site. To talk to a person, write HUMAN.',
};

/** Whose number is this: CPF or CNPJ, proof, registration. */
export const identity = {
  texts: {
    noPhone: ({ reason }) => NO_PHONE[reason],
    askTaxId: () => 'What is your CPF (or CNPJ)?',
    askTaxIdAgain: () => 'Please send the numbers only. What is your CPF (or CNPJ)?',
    taxIdMissing: () =>
      'I found no CPF in your message. Send only the 11 numbers of the CPF, or the 14 of the CNPJ.',
    taxIdWrongLength: () =>
      'That number has the wrong length: a CPF has 11 numbers and a CNPJ has 14. Please check it and send it again.',
    taxIdWrongDigit: () =>
      'That number seems to have a typing error. Please check it calmly and send it again.',
    taxIdSeveral: () => 'I see more than one number. Send just one: your CPF or your CNPJ.',
    whichTaxId: ({ several }) =>
      `I see more than one number. Which one is yours?\n${several.map((one, at) => `${at + 1} ${one}`).join('\n')}`,
    taxIdPaused: () =>
      'It did not work yet, but there is no hurry. When you have your CPF at hand, write LOGIN. If in doubt, write HELP.',
    confirmTaxId: ({ kind, masked }) =>
      `Is your ${kind === 'cpf' ? 'CPF' : 'CNPJ'} ${masked}?\n1 Yes\n2 No`,
    notFoundHere: () =>
      'I found no registration of that CPF or CNPJ on this WhatsApp number. Check what you sent or log in on the site. If your WhatsApp is new, write NEW NUMBER. If somebody else uses your CPF, write THIS CPF IS MINE.',
    tooManyTaxIds: () =>
      'You have tried several numbers today. To keep you safe, try again tomorrow or log in on the site.',
    askProof: ({ reason }) =>
      `${WHY_PROOF[reason]}. Just to be sure that it is you: what is the CPF (or CNPJ) of the account?`,
    numberWaits,
    proofWrong: () => 'Not this time. Check it and send the CPF (or CNPJ) of the account again.',
    proofPaused: () =>
      'I could not make sure that it is you, so I stopped here. Try later or write HUMAN to talk to a person.',
    askName: () =>
      'I do not know that CPF or CNPJ on this WhatsApp. If you have an account, log in on the site or write NEW NUMBER or THIS CPF IS MINE. If this is your first time, let us register you: what is your name?',
    newHere: () =>
      'I do not know that CPF or CNPJ on this WhatsApp. If you have an account, log in on the site or write NEW NUMBER or THIS CPF IS MINE. If this is your first time, only your consent is missing.',
    askNameAgain: () => 'Write just your name, without numbers or symbols. What is your name?',
    askOwnName: () =>
      'Before we go on: the name of this account was that of whoever used it before. What is your name?',
    askConsent: ({ name, privacyUrl }) =>
      `Your name: ${name}. I keep name, CPF or CNPJ and this number, only for your login. Read more: ${privacyUrl}\nDo you accept?\n1 I accept\n2 I do not accept`,
    linkNeedsTaxId: () => 'I have not sent the link yet: please confirm the number first.',
    linkNeedsName: () =>
      'I have not sent the link yet: your name and your consent are missing. What is your name?',
    linkNeedsConsent: () =>
      'I have not sent the link yet: only your consent to keep your name, your CPF or CNPJ and this number is missing.\nDo you accept?\n1 I accept\n2 I do not accept',
    consentDeclined: () =>
      'All right, I did not register you and kept none of your data. If you change your mind, write LOGIN.',
    registrationRefused: () =>
      'I could not register that CPF or CNPJ. If you have an account, log in on the site with a password or Google. If your WhatsApp is new, write NEW NUMBER. If somebody else uses your CPF, write THIS CPF IS MINE.',
    registeredFirst: () => 'You are registered. Now to your request on the site.',
  },
} satisfies typeof ptBr;
