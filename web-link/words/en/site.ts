import { account } from './account.js';
import { google } from './google.js';
import { password } from './password.js';
import { problems } from './problems.js';
import { whatsapp } from './request.js';
import type { site as ptBr } from '../pt-br/site.js';
import { LIFETIMES } from '../lifetimes.js';

function count(value: number, one: string, many: string): string {
  return `${value} ${value === 1 ? one : many}`;
}

export const site = {
  lang: 'en',
  openGraphLocale: 'en_US',
  tagline: 'Log in with WhatsApp',
  skipToContent: 'Skip to content',
  footer: { help: 'Help:', privacy: 'Privacy', terms: 'Terms of use' },
  wait(seconds) {
    if (seconds < 60) return `in ${count(Math.max(1, Math.ceil(seconds)), 'second', 'seconds')}`;
    if (seconds < 3600) return `in ${count(Math.ceil(seconds / 60), 'minute', 'minutes')}`;
    return `in ${count(Math.ceil(seconds / 3600), 'hour', 'hours')}`;
  },
  login: {
    title: 'Log in',
    intro: (name) => `Open your account at ${name}.`,
    whatsappSubmit: 'Log in with WhatsApp',
    whatsappHow: 'You confirm in the chat. No password.',
    google: 'Log in with Google',
    otherWays: 'Other ways to log in',
    withPassword: 'Log in with a password',
    taxIdLabel: 'CPF or CNPJ',
    taxIdHint: 'With or without dots and dash.',
    submit: 'Get a code on WhatsApp',
    taxIdMissing: 'Type your CPF or CNPJ.',
    taxIdWrongLength: 'A CPF has 11 digits and a CNPJ has 14 characters. Check what you typed.',
    taxIdWrongDigit: 'That number is not valid. See whether a digit is wrong.',
    downTitle: 'WhatsApp is not available here',
    downText: 'We cannot send codes right now. Try again in a few minutes.',
    heldTitle: 'Write to us first',
    heldText:
      'Right now we can only answer people who write. Send “entrar” on WhatsApp to get your link.',
    retry: 'Try again',
    tooMany: (wait) => `Too many codes were asked for. Try again ${wait}.`,
    chatLink: 'Open WhatsApp',
    chatText: 'entrar',
    fullKeyboard: 'CNPJ with letters? Use the full keyboard',
    haveCode: 'I already have the code',
    signedOut: 'You are logged out. See you!',
  },
  whatsapp,
  password,
  account,
  google,
  code: {
    title: 'Type the code',
    intro:
      'If this CPF or CNPJ is registered and has an open chat with us, the 6-digit code arrives on WhatsApp in a moment.',
    label: '6-digit code',
    hint: `Valid for ${LIFETIMES.codeMinutes} minutes, in this browser only.`,
    submit: 'Log in',
    malformed: 'The code has 6 digits.',
    wrong(attemptsLeft) {
      if (attemptsLeft === 0) return 'Wrong code. That was the last try: ask for another code.';
      return `Wrong code. You have ${count(attemptsLeft, 'try', 'tries')} left.`;
    },
    expired: 'That code is not valid any more. Ask for another.',
    exhausted: 'Too many wrong codes. Ask for another code.',
    held: (wait) =>
      `A code for this CPF or CNPJ was asked for a moment ago, so this request sent no other. You can ask again ${wait}. A code that you get by writing “entrar” on WhatsApp works here.`,
    tooMany: (wait) => `Too many tries. Try again ${wait}.`,
    again: 'Ask for another code',
    over: 'Ask for another code',
    againIn: 'You can ask for another code in {seconds} s.',
    againLater: `Wait ${count(LIFETIMES.resendMinutes, 'minute', 'minutes')} between two requests.`,
    notArrivedTitle: 'Nothing arrived?',
    notArrivedText: 'Write “entrar” to us on WhatsApp. The code you get there works here, too.',
    neverShare: 'Never pass this code on, not even to us.',
    otherTaxId: 'Use another CPF or CNPJ',
  },
  link: {
    title: (maskedName) => `Log in as ${maskedName}?`,
    where: (company, device) => `${company} · in this browser: ${device}`,
    intro: 'Confirm to log in on this browser. The link works once.',
    submit: 'Log in',
    cancel: 'Not now',
    notYou: 'You did not ask for it? Close this page and do not pass the link on.',
    sameAccount: (name) => `You are already logged in as ${name} on this browser.`,
    otherAccount: (name) =>
      `You are logged in as ${name}. If you go on, that account is logged out of this browser and the other one comes in.`,
    otherAccountSubmit: 'Switch accounts and log in',
    used: {
      title: 'This link was already used',
      text: 'Each link works once. To log in again, write “entrar” on WhatsApp and get another.',
    },
    expired: {
      title: 'This link is not valid any more',
      text: `Links are valid for ${LIFETIMES.linkMinutes} minutes, and a new link cancels the one before. Write “entrar” on WhatsApp and get another.`,
    },
    invalid: {
      title: 'We do not recognise this link',
      text: 'Perhaps half of it is missing. Tap the link inside the WhatsApp chat or ask for another.',
    },
    tooMany: (wait) => `Too many tries. Try again ${wait}.`,
    askAgain: 'Ask for another link on WhatsApp',
    goToDashboard: 'Stay logged in',
  },
  dashboard: {
    hello: (firstName) => `Hello, ${firstName}`,
    title: 'Your account',
    intro: 'You are securely logged in.',
    name: 'Name',
    taxId: 'CPF or CNPJ',
    ways: 'Ways in',
    signOut: 'Log out',
    sample: 'This is a sample page: your own system takes its place.',
  },
  errors: {
    summary: 'That did not work',
    noCookies:
      'This browser keeps no cookies, and without them we cannot answer. Allow cookies for this site and try again.',
    notFound: { title: 'Page not found', text: 'The address may have changed or be incomplete.' },
    broken: {
      title: 'Something broke on our side',
      text: 'It has been recorded. Try again in a moment.',
    },
    malformed: {
      title: 'We did not understand the request',
      text: 'Go back to the page before, reload it and try again.',
    },
    method: { title: 'That does not work here', text: 'Go to the start and follow the buttons.' },
    tooMany: { title: 'Not so fast', text: 'There were too many tries in a short time.' },
    unavailable: { title: 'We are down', text: 'Try again in a few minutes.' },
    origin: {
      title: 'Request from another address',
      text: (publicUrl) =>
        `For security we only take requests made on ${publicUrl}. Open the page there and try again.`,
    },
    requestId: 'Request code',
    home: 'Go to the start',
  },
  problems,
} satisfies typeof ptBr;
