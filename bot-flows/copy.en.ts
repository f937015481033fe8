import type { AccessGreeting } from '#src/app/ports/dialogue.js';
import type { Copy, MediaGroup } from './copy.js';

const MEDIA: Readonly<Record<MediaGroup, string>> = {
  audio: 'I cannot listen to audio here. Please write.',
  picture: 'I cannot see photos or videos here. Please write.',
  sticker: 'I do not understand stickers. Please write.',
  document: 'I do not open files here. Please write.',
  location: 'I do not use locations. Please write.',
  contact: 'I do not read contacts sent here. Please write.',
  unsupported: 'I could not read that message. Please send it as text.',
};

const GREETING: Readonly<Record<AccessGreeting, (name: string) => string>> = {
  known: (name) => `Hello, ${name}.`,
  registered: (name) => `You are registered, ${name}.`,
  again: () => 'Only this new one works.',
};

/** The same catalogue in English; the Portuguese words are understood in both. */
export const copyEn: Copy = {
  chat: {
    welcome: () =>
      'Hello! Here you log in to your account without a password. If you prefer, you can type your details on the site.\nWhat is your CPF (or CNPJ)?',
    menu: ({ name }) => `Hello, ${name}. What would you like to do?\n1 Log in\n2 Help`,
    menuAgain: () => 'Reply with the number:\n1 Log in\n2 Help',
    howToStart: () => 'To log in to your account, write LOGIN. If in doubt, write HELP.',
    offerHelp: () =>
      'I still do not understand. Write HELP to see what I can do or CANCEL to stop.',
    fallSilent: () =>
      'I am not managing to understand, so I will wait in silence. Whenever you like, write MENU.',
    help: () =>
      'Write LOGIN to get an access link and a code, MENU to start over or CANCEL to stop.\nI never ask for a password. Do not pass the link or the code on to anyone, not even to us.',
    cancelled: () => 'All right, I stopped here. Whenever you like, write LOGIN.',
    thanks: () => 'You are welcome! When you need me, write LOGIN.',
    forwarded: () =>
      'To keep you safe I do not follow forwarded messages. Please write the message yourself.',
    late: () =>
      'Sorry for the delay: I was offline and your message waited too long. To start over, write LOGIN.',
    restarted: () => 'Sorry, I lost track of our conversation and will start over.',
    timePassed: () => 'It has been a while, so let us start over.',
    media: ({ group }) => MEDIA[group],
    noPhone: () =>
      'WhatsApp did not show me your number, so I cannot give you access here. You can log in on the site.',

    askTaxId: () => 'What is your CPF (or CNPJ)?',
    askTaxIdAgain: () => 'Please send the numbers only. What is your CPF (or CNPJ)?',
    taxIdMissing: () =>
      'I found no CPF in your message. Send only the 11 numbers of the CPF, or the 14 of the CNPJ.',
    taxIdWrongLength: () =>
      'That number has the wrong length: a CPF has 11 numbers and a CNPJ has 14. Please check it and send it again.',
    taxIdWrongDigit: () =>
      'That number seems to have a typing error. Please check it calmly and send it again.',
    taxIdSeveral: () => 'I see more than one number. Send just one: your CPF or your CNPJ.',
    taxIdPaused: () =>
      'It did not work yet, but there is no hurry. When you have your CPF at hand, write LOGIN. If in doubt, write HELP.',
    confirmTaxId: ({ kind, masked }) =>
      `Is your ${kind === 'cpf' ? 'CPF' : 'CNPJ'} ${masked}?\n1 Yes\n2 No`,
    notFoundHere: () =>
      'I found no registration of that CPF or CNPJ on this WhatsApp number. Check the number you sent and whether this is the WhatsApp you registered. If you prefer, log in on the site.',
    tooManyTaxIds: () =>
      'You have tried several numbers today. To keep you safe, try again tomorrow or log in on the site.',

    askName: () => 'Let us register you, it is quick. What is your name?',
    askNameAgain: () => 'Write just your name, without numbers or symbols. What is your name?',
    askConsent: ({ privacyUrl }) =>
      `I will keep your name, your CPF or CNPJ and this number, only so that you can log in. Read more: ${privacyUrl}\nDo you accept?\n1 I accept\n2 I do not accept`,
    consentDeclined: () =>
      'All right, I did not register you and kept none of your data. If you change your mind, write LOGIN.',
    registrationRefused: () =>
      'I could not finish the registration here. Try on the site or, if you mistyped something, write LOGIN.',

    codeKilled: () =>
      'Type the code on the site, not here. To keep you safe, that code no longer works. If you need another, write LOGIN.',
    accessTooSoon: ({ seconds }) =>
      `I have just sent your access, see right above. To ask for another, wait ${wait(seconds)}.`,
    accessTooMany: ({ seconds }) =>
      `You asked for access many times in a row. Wait ${wait(seconds)} and ask again, or log in on the site.`,
    accessBlocked: () => 'I could not give you access here. See on the site how to go on.',
  },
  access: {
    link: ({ greeting, name, url, linkMinutes, codeMinutes }) =>
      `${GREETING[greeting](name)} Tap to log in on this phone: ${url}\nOn a computer, type the code in the next message. The link is good for ${linkMinutes} minutes, the code for ${codeMinutes}. Never pass this code on, not even to us.`,
    pageCode: ({ codeMinutes }) =>
      `You asked for a code on the site. Type the code in the next message there; it is good for ${codeMinutes} minutes. Never pass this code on, not even to us.`,
    trouble: () => 'Sorry, I had a problem and could not answer. Please write again in a while.',
  },
};

function wait(seconds: number): string {
  if (seconds <= 1) return '1 second';
  if (seconds < 90) return `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}
