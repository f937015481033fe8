import type { google as ptBr } from '../pt-br/google.js';
import { LIFETIMES } from '../lifetimes.js';

export const google = {
  linkTitle: (name) =>
    name === null
      ? 'To sign in with Google, confirm your CPF'
      : `Hello, ${name}. To sign in with Google, confirm your CPF`,
  linkIntro:
    'Only this once. Type your CPF or CNPJ and confirm it with your password or with a code on WhatsApp.',
  submit: 'LINK CPF',
  codeSubmit: 'WhatsApp code',
  noCode: 'WhatsApp is not available here: right now only the password can confirm it.',
  cancel: 'Cancel',
  wrongPassword: 'CPF, CNPJ or password do not match. You can also confirm by WhatsApp.',
  tooMany: (wait) => `Too many tries. Try again ${wait}.`,
  newTitle: 'No account yet?',
  newText:
    'Write to us on WhatsApp, register there and come back to this page. Then confirm with the code.',
  codeTitle: 'Type the code to link',
  codeIntro:
    'If this CPF or CNPJ has an account and an open chat with us, the code of 6 digits arrives on WhatsApp in a moment.',
  otherTaxId: 'Ask for another code or use the password',
  chat: {
    title: (maskedName) => `Link Google with the account of ${maskedName}?`,
    intro:
      'You choose the Google account on the next page. From then on it opens this account, too.',
    submit: 'Continue with Google',
    signInFirst:
      'First log in to this account in this browser. Then tap the link from WhatsApp again. You did not ask for the link? Close this page.',
    signIn: 'Log in',
  },
  add: {
    title: 'Link a Google account',
    intro: 'You choose it on the next page. From then on it opens your account here with one tap.',
  },
  unlink: {
    title: 'Unlink Google',
    intro:
      'After this Google does not open your account any more, and the other devices are signed out. This Google account can come back to this account only.',
    submit: 'Unlink',
    askCode: 'Confirm with a code on WhatsApp',
    codeIntro: 'We sent a code of 6 digits to your chat with us on WhatsApp.',
  },
  inApp: {
    title: 'Google does not open inside another app',
    text: 'To use Google, open this page in your browser: tap the menu (⋮ or ⋯) and then “Open in browser”.',
    openChrome: 'Open in Chrome',
    back: 'Confirm in another way',
  },
  unavailable: {
    title: 'Google did not answer',
    text: 'It is not your fault. Try again in a few minutes or log in another way.',
  },
  invalid: {
    title: 'Google did not confirm who you are',
    text: 'Try again. If it happens once more, log in another way.',
  },
  stale: {
    title: 'This way back from Google is not valid any more',
    text: `It is good once, for ${LIFETIMES.googleMinutes} minutes and in the browser in which it began. Start again.`,
  },
  blocked: {
    title: 'This account is blocked',
    text: 'Write to us on WhatsApp, from your number, to unblock it.',
  },
  contested: {
    title: 'It cannot be linked now',
    text: 'Somebody else says this CPF or CNPJ is theirs. Until the team has checked, the ways in do not change.',
  },
  taken: {
    title: 'It could not be linked',
    text: 'This Google account cannot be linked with this account. Use another one or log in another way.',
  },
  another: {
    title: 'A Google account is linked already',
    text: 'Your account has another Google account. Unlink it first, on the page of your account.',
  },
  otherHere: {
    title: 'This link is of another account',
    text: 'You are in another account in this browser, and nothing changed in it. If the link is yours, sign out and tap it again.',
  },
  linkOver: {
    title: 'The time to link is over',
    text: `For security there are ${LIFETIMES.pendingLinkMinutes} minutes and a few tries. Start again with Google.`,
  },
  stepUp: {
    title: 'Confirm that it is you',
    text: 'To link Google, first confirm who you are on the page of your account.',
  },
  busy: {
    title: 'Slow down a little',
    text: 'There were many tries in a short time. Wait a few minutes.',
  },
  otherWays: 'Log in another way',
  backToAccount: 'Back to my account',
} satisfies typeof ptBr;
