import type { password as ptBr } from '../pt-br/password.js';
import { LIFETIMES } from '../lifetimes.js';

export const password = {
  label: 'Password',
  submit: 'LOG IN',
  missing: 'Type your password.',
  wrong: 'CPF, CNPJ or password do not match. You can also log in with WhatsApp.',
  tooMany: (wait) => `Too many tries. Try again ${wait}, or log in with WhatsApp.`,
  forgot: 'Forgot your password?',
  firstTimeTitle: 'First time here?',
  firstTimeLink: 'Start on WhatsApp',
  forgotPage: {
    title: 'Choose a new password',
    intro: 'Type your CPF or CNPJ. We send a link to your chat with us on WhatsApp.',
    submit: 'Get a link on WhatsApp',
    back: 'Back to log in',
  },
  sentPage: {
    title: 'Look at your WhatsApp',
    text: `If this CPF or CNPJ is registered and has an open chat with us, the link to the new password arrives in a moment. It is good for ${LIFETIMES.linkMinutes} minutes.`,
    notArrived: 'Nothing there? Write “entrar” to us on WhatsApp and log in without a password.',
  },
  resetPage: {
    title: (maskedName) => `New password for the account of ${maskedName}`,
    intro: 'When it is saved, your account is logged out on every device.',
    submit: 'Save new password',
  },
  donePage: {
    title: 'Password saved',
    text: 'Your account was logged out on every device. Log in with the new password.',
    submit: 'Log in',
  },
  setTitle: 'Create a password',
  changeTitle: 'Change the password',
  changeIntro: 'Other devices are logged out when the password changes.',
  managerHint:
    'If you use a password manager: with this number it keeps the new password in the right place. It is not sent.',
  newLabel: 'New password',
  newHint: '10 characters or more. A short sentence is easy to remember; spaces count.',
  repeatLabel: 'The new password again',
  save: 'Save password',
  different: 'The two passwords differ. Type them again.',
  weak: {
    password_too_short: 'Use 10 characters or more.',
    password_too_long: 'Use 256 characters at most.',
    password_common: 'That password is among the first that somebody would try. Choose another.',
    password_contextual: 'Leave your name, document and phone out of the password. Choose another.',
  },
} satisfies typeof ptBr;
