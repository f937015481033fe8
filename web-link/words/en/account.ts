import type { account as ptBr } from '../pt-br/account.js';
import { LIFETIMES } from '../lifetimes.js';

export const account = {
  title: 'My account',
  whoTitle: 'Who you are',
  waysTitle: 'Ways to log in',
  methods: { whatsapp: 'WhatsApp', password: 'Password', google: 'Google' },
  since: (day) => `since ${day}`,
  setPassword: 'Create a password',
  changePassword: 'Change the password',
  linkGoogle: 'Link a Google account',
  unlinkGoogle: 'Unlink the Google account',
  devicesTitle: 'Devices that are logged in',
  thisDevice: 'this device',
  lastSeen: (moment) => `Seen on ${moment}`,
  unknownDevice: 'Unknown device',
  ways: {
    login_link: 'by link from WhatsApp',
    code: 'with a code from WhatsApp',
    request: 'approved in WhatsApp',
    password: 'with a password',
    google: 'with Google',
  },
  endSession: 'Log out',
  endThat: (device) => `Log out ${device}`,
  endAll: 'Log out everywhere',
  endAllPage: {
    title: 'Log out of every device?',
    text: 'Your account is logged out of every device, this one too, and links and codes already sent stop working. To come back, just log in again.',
    cancel: 'Stay logged in',
  },
  dataTitle: 'My data',
  dataText: 'You can take a copy of everything we keep about you, or delete the account.',
  download: 'Download my data',
  deleteAccount: 'Delete my account',
  deletionAhead: (day) => `Your account will be deleted on ${day}.`,
  deletionAheadText:
    'On that day everything we keep about you is deleted and cannot be restored. Until then the account works as always. To call it off, press the button below or write CANCELAR EXCLUSÃO on WhatsApp.',
  keepAccount: 'Keep my account',
  numberWait: {
    title: 'Another WhatsApp with your number wants to open this account',
    asked: (moment) =>
      `This account's number was registered on another WhatsApp account, which gave your CPF or CNPJ on ${moment}.`,
    staysShut: 'Without your yes it opens nothing.',
    consequence:
      'If it was you, the new WhatsApp opens the account from now on, and the old one no longer does.',
    yes: 'It was me',
    no: 'It was not me',
  },
  renewed: (moment) =>
    `The WhatsApp of this number moved to another phone or account on ${moment}. Not you? Talk to our team.`,
  waysClosed:
    'This account was blocked on WhatsApp. The password and Google account of before no longer work: set them anew if you want to use them.',
  contestedTitle: 'Somebody claims this CPF or CNPJ',
  contestedText:
    'Until our team has decided, no way to log in can be added or removed. Those you have go on working.',
  done: {
    password: 'Password saved.',
    session: 'The device was logged out.',
    kept: 'Your account stays.',
    linked: 'Google account linked.',
    unlinked: 'Google account unlinked.',
    numberConfirmed: 'Done: the new WhatsApp opens your account now.',
    numberRefused: 'Done: the other WhatsApp does not open your account.',
    numberOver: 'That request of another WhatsApp has ended or changed. Nothing was done.',
  },
  confirm: {
    title: 'Confirm that it is you',
    intro: `This concerns the security of your account. Once confirmed you have ${LIFETIMES.proofMinutes} minutes.`,
    withPassword: 'Password',
    submit: 'Confirm',
    wrongPassword: 'The password is wrong.',
    askCode: 'Get a code on WhatsApp',
    codeIntro: 'We sent a 6-digit code to your chat with us on WhatsApp.',
    withGoogle: 'Confirm with Google',
    cancel: 'Not now',
  },
  deletion: {
    title: 'Delete your account?',
    text: `Everything we keep about you is deleted in ${LIFETIMES.deletionDays} days. Until then you can change your mind here or on WhatsApp.`,
    submit: `Delete in ${LIFETIMES.deletionDays} days`,
    cancel: 'Keep my account',
  },
  toAccount: 'My account',
} satisfies typeof ptBr;
