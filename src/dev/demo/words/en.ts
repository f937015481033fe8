import type { DemoWords, Utterances } from './demo-words.js';

export const enUtterances: Utterances = { hello: 'hi', yes: '1', enter: 'log in', block: 'BLOCK' };

export const en: DemoWords = {
  lang: 'en',
  otherLanguage: { lang: 'pt-BR', name: 'Português' },
  terminal: {
    usage: `Usage:
  npm run demo                 starts with a bot that is paired
  npm run demo -- --unpaired   starts without a phone: you pair the bot on the start page`,
    noPort: (given) => `DEMO_PORT: ${given} is no port (0 to 65535).`,
    portInUse: (port) => `The port ${port} is in use. Set DEMO_PORT to another one.`,
    noSimulator: 'The simulated WhatsApp could not start; its message is above.',
    noGoogle: 'The simulated Google could not start; its message is above.',
    preparing: 'Preparing the demo: a simulated WhatsApp and a simulated Google …',
    database: '… the database (the first time takes some seconds) …',
    bot: '… and a bot, paired already.',
    botToPair: '… and a bot, which you pair.',
    startHere: 'Start here:',
    startPage: 'phone and site side by side, with a tour of five minutes',
    parts: 'The parts, one by one:',
    product: 'The product',
    phones: ['The phones', 'a simulated WhatsApp: play anybody'],
    google: ['Google', 'simulated, too; the product leads there'],
    admin: 'The admin',
    adminOnce: '(one-time address, 30 minutes: choose the password there)',
    known: ({ name, cpf }) => `${name} has an account (CPF ${cpf}): send "log in" from her phone.`,
    end: 'Ctrl-C ends everything; the next run goes on with the same data.',
  },
  page: {
    title: 'Demo of zap-login',
    heading: 'Demo',
    phone: 'Phone',
    site: 'Site',
    tour: 'Tour',
    views: 'What to show',
    done: 'done',
    reload: 'Reload the site',
    toLogin: 'Login page',
    ownTab: 'Open the site in another tab',
    noScript: 'This page needs JavaScript.',
    lost: 'The demo has stopped. Start it again in the terminal: npm run demo',
  },
  steps: {
    pair: {
      title: 'Pair the bot',
      text: () =>
        'On the site, choose the admin’s password and log in: the page shows a QR. Then take the bot’s phone and press “Ler o QR” (read the QR).',
    },
    register: {
      title: 'Registration',
      text: ({ newcomer: { name } }) =>
        `You are ${name} and come for the first time. The button types each message on the phone: check it, send it and read the bot’s answer.`,
    },
    link: {
      title: 'Link',
      text: () =>
        'The bot sent a link and a code. Tap the link on the phone, and confirm on the site.',
    },
    number: {
      title: 'Computer',
      text: () =>
        'On the site, sign out, then press the button of WhatsApp and the next one, which opens the chat. Send the message that is typed and answer with the number on the site, which then opens by itself.',
    },
    google: {
      title: 'Google',
      text: ({ newcomer: { name, cpf } }) =>
        `Sign out again, press the button of Google and choose ${name}. Only the first time the site asks for the CPF ${cpf} and a code, which comes to the phone.`,
    },
    block: {
      title: 'Alert',
      text: ({ owner: { name } }) =>
        `Now you are ${name}, who has an account: ask for a link, and a stranger uses it first. The bot tells of the new device at once; answer with the word that it names and he is out.`,
    },
  },
  end: {
    title: 'You have seen it all',
    text: 'Registration, link, computer, Google and alert: all of it really happened, only WhatsApp and Google are simulated. “Bastidores” on the phone shows what the bot thought.',
    restart: 'Start again with somebody else',
    allPlayed: (folder) =>
      `Everybody is registered by now. To start from nothing, end the demo and delete ${folder}.`,
  },
  actions: {
    write: (text) => `Type “${text}”`,
    written: 'It is typed on the phone. Check it and send it.',
    tapLink: 'Tap the link',
    openLogin: 'Open the login page',
    copyCpf: 'Copy the CPF',
    copied: 'CPF copied.',
    stranger: 'A stranger uses the link',
    strangerIn: 'The stranger is in, from Firefox on Windows. See the alert on the phone.',
    strangerOut: 'The link is no longer valid: ask for another one.',
    openAdmin: 'Open the admin’s pages',
    takeBotPhone: 'Take the bot’s phone',
  },
  handedOver: {
    title: 'The message is on the phone',
    text: 'Go back to the page of the demo: check it and send it. This tab can be closed.',
  },
};
