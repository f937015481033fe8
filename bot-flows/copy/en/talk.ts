import type { Branded, MediaGroup } from '../parameters.js';
import type { talk as ptBr } from '../pt-br/talk.js';

const MEDIA: Readonly<Record<MediaGroup, string>> = {
  audio: 'I cannot listen to audio here. Please write.',
  picture: 'I cannot see photos or videos here. Please write.',
  sticker: 'I do not understand stickers. Please write.',
  document: 'I do not open files here. Please write.',
  location: 'I do not use locations. Please write.',
  contact: 'I do not read contacts sent here. Please write.',
  unsupported: 'I could not read that message. Please send it as text.',
};

/** Whose login it is, at the first word. */
function here({ name, site }: Branded['brand']): string {
  const address = site === null ? '' : ` (${site})`;
  return name === null
    ? `Here you log in to your account${address} without a password.`
    : `This is the login of ${name}${address}: you get in without a password.`;
}

const MENU = '1 Log in\n2 Devices\n3 My data\n4 Help';

/** Greetings, menu and help, and what is said whatever is being asked. */
export const talk = {
  phrases: {
    menu: ['start'],
    help: ['help', 'info'],
    cancel: ['cancel', 'stop'],
    greet: [...['hi', 'hello', 'hey', 'good morning', 'good afternoon', 'good evening']],
    thanks: ['thanks', 'thank you'],
    yes: ['yes', 'y', 'yep', 'i accept', 'accept', 'i agree', 'agree'],
    no: ['no', 'nope', 'i do not accept', 'do not accept', 'not accept'],
  },
  texts: {
    welcome: ({ brand }) =>
      `Hello! ${here(brand)} If you prefer, you can type your details on the site.\nWhat is your CPF (or CNPJ)?`,
    menu: ({ name }) => `Hello, ${name}. What would you like to do?\n${MENU}`,
    menuWhileLeaving: ({ name, dueAt, times }) =>
      `Hello, ${name}. Your account will be deleted on ${times.calendarDay(dueAt)}. To keep it, write CANCEL DELETION.\nWhat would you like to do?\n${MENU}`,
    menuAgain: () => `Reply with the number:\n${MENU}`,
    howToStart: () => 'To log in to your account, write LOGIN. If in doubt, write HELP.',
    offerHelp: () =>
      'I still do not understand. Write HELP to see what I can do or CANCEL to stop.',
    fallSilent: () =>
      'I am not managing to understand, so I will wait in silence. Whenever you like, write MENU.',
    waitInSilence: () => 'For now I will wait in silence. Whenever you like, write MENU.',
    calm: () =>
      'I understand that this is annoying and want to help, but not like this. Write LOGIN to log in to your account or HUMAN to talk to a person.',
    calmAccess: () => 'I see that you are annoyed. Let us get you in.',
    help: () =>
      'Write LOGIN to get a link and a code, DEVICES to see where your account is open, BLOCK to lock everything, GOOGLE, PASSWORD, MY DATA, HUMAN to talk to a person or CANCEL.\nI never ask for a password. Do not pass the link or the code on to anyone, not even to us.',
    cancelled: () => 'All right, I stopped here. Whenever you like, write LOGIN.',
    thanks: () => 'You are welcome! When you need me, just write.',
    forwarded: () =>
      'To keep you safe I do not follow forwarded messages. Please write the message yourself.',
    late: () =>
      'Sorry for the delay: I was offline and your message waited too long. To start over, write LOGIN.',
    edited: () => 'I do not follow edited messages. Please write it again.',
    missing: () => 'Your message did not reach me in full. Please write it again.',
    restarted: () => 'Sorry, I lost track of our conversation and will start over.',
    timePassed: () => 'It has been a while, so let us start over.',
    media: ({ group }) => MEDIA[group],
  },
} satisfies typeof ptBr;
