import type { admin as ptBr } from '../pt-br/admin.js';
import { LIFETIMES } from '../lifetimes.js';

export const admin = {
  product: 'Administration',
  password: 'Password',
  setup: {
    title: 'Choose the admin password',
    intro: 'With it you connect the bot’s WhatsApp and see whether sign-in works.',
    rules: [
      'At least 10 characters. A phrase of four words is easy to remember and hard to guess.',
      'Spaces, accents and symbols are welcome, but not required.',
      'No sequences, dates, repetitions or the name of the system.',
    ],
    again: 'Repeat the password',
    submit: 'Create password',
    mismatch: 'The two passwords differ. Type them again.',
    weak: {
      password_too_short: 'The password is short. Use at least 10 characters.',
      password_too_long: 'The password is too long. Use at most 256 characters.',
      password_common: 'That password is among the first anybody would try. Choose another one.',
      password_contextual:
        'That password is little more than the name of the system, easy to guess. Choose another one.',
    },
    invalidTitle: 'This address is no longer valid',
    invalid: `It lasts ${LIFETIMES.setupLinkMinutes} minutes and works once. If you have not created the password yet, restart the program: a new address appears in the terminal. If you have, sign in with it.`,
    done: 'Password created. Now sign in with it.',
  },
  login: {
    title: 'Sign in to the administration',
    submit: 'Sign in',
    wrong: 'Wrong password. Try again.',
    empty: 'Type the password.',
    forgotten: 'First time? Open the address that the program showed in the terminal.',
  },
  tooMany: (wait) => `Too many tries. Try again ${wait}.`,
  logout: 'Sign out',
  stepUp: {
    title: 'Confirm your password',
    /** Before the bot is connected or disconnected. */
    toConnect: `To see the QR code, connect or disconnect, type the password again. Good for ${LIFETIMES.adminStepUpMinutes} minutes.`,
    /** Before something about people is changed. */
    toChange: `To change anything here, type the password again. Good for ${LIFETIMES.adminStepUpMinutes} minutes.`,
    submit: 'Confirm',
  },
  whatsapp: {
    title: 'The bot’s WhatsApp',
    since: 'Since',
    number: 'Number',
    whatToDo: 'What to do',
    heldTitle: 'Messages to people who did not write are on hold',
    held: 'WhatsApp has limited this number (error 463). Whoever writes to the bot first still gets in; the others get messages again from',
    qrTitle: 'Scan it with the bot’s phone',
    qrLabel: 'QR code to connect the bot’s WhatsApp',
    qrChanges:
      'It changes by itself now and then. Show it to nobody: who scans it controls the bot.',
    qrAge: 'Updated {s} s ago',
    codeTitle: 'Type this code on the bot’s phone',
    codeHow:
      'WhatsApp → “Linked devices” → “Link a device” → “Link with phone number”. Give this code to nobody.',
    stuckTitle: 'The phone does not finish?',
    stuck: [
      'If WhatsApp asks for a passkey, this page says so within seconds, and what has helped.',
      'Update WhatsApp on the phone and check that it is online.',
      'If the QR code hangs, try the code, and the other way round.',
    ],
    connectTitle: 'Connect with a QR code',
    pair: 'Connect',
    retry: 'Try now',
    nextTry: 'Next try',
    byCode: 'Connect with a code',
    byCodeHow: 'Useful when you hold nothing but the bot’s phone and cannot scan the QR code.',
    phone: 'The bot’s number, with area code (landline or mobile)',
    byCodeSubmit: 'Get a code',
    phoneRefused: {
      phone_invalid:
        'That number does not exist. Check the area code and the digits; for another country, start with + and the country code.',
    },
    logoutBot: 'Disconnect',
    logoutBotWarning:
      'The bot stops answering and nobody signs in by WhatsApp until a phone is connected again.',
    logoutBotConfirm: 'Yes, disconnect the bot',
    asked: 'Request sent. The state changes here within seconds.',
    reload: 'Reload',
    noScript: 'Without JavaScript this page does not change by itself.',
    offline: 'No contact with the server. Trying again…',
  },
} satisfies typeof ptBr;
