import type { Branded } from '../parameters.js';
import type { questions as ptBr } from '../pt-br/questions.js';
import { WISHES } from './wishes.js';

/** Whose the login is, as far as the operator said it: "of Shop X (shopx.com)", or nothing. */
export function ofBrand({ name, site }: Branded['brand']): string {
  const named = name === null ? '' : ` of ${name}`;
  return site === null ? named : `${named} (${site})`;
}

/** What people ask beside what they came for. */
export const questions = {
  phrases: {
    linkProblem: ['link does not work', 'the link does not open'],
    codeProblem: ['code does not work', 'invalid code', 'the code is wrong'],
    linkQuestion: ['where do i click', 'where do i tap'],
    callMe: ['call me', 'can you call me', 'please call me'],
    codeQuestion: ['where do i type code'],
    lostPhone: ['i lost my phone', 'my phone was stolen'],
    noTaxId: ['i do not have a cpf', 'i have no cpf'],
    whyTaxId: ['why do you need my cpf'],
    business: ['price', 'my order'],
    scam: ['scam', 'is this a scam', 'is this safe'],
    whoAreYou: ['who are you', 'are you a robot'],
    otherPerson: ['it is for another person'],
    goodbye: ['bye', 'goodbye'],
    language: ['english', 'english please', 'do you speak english'],
    wasMe: ['it was me', 'that was me'],
    acknowledge: ['got it', 'all right'],
  },
  texts: {
    linkHelp: ({ linkMinutes }) =>
      `I see. A link opens once, within ${linkMinutes} minutes, and only the newest works. Tap it, wait for the page and tap Log in. If it does not open, copy it into Chrome or Safari. On a computer, use the code.`,
    nobodyCalls: () => 'Nobody calls from here, we only write: do not trust a caller in our name.',
    nobodyCallsHere: () =>
      'Nobody calls from here, we only write: do not trust a caller in our name. To talk to a person of the team, write HUMAN.',
    codeHelp: ({ codeMinutes }) =>
      `The code is typed on the site, where it asks for 6 numbers, never here and never to another person. Only the newest works, for ${codeMinutes} minutes. If the page asks for no code, tap the link.`,
    lostPhone: () =>
      'I am sorry. If this is the number of the account, BLOCK locks everything and LOG OUT EVERYWHERE ends the logins. If this number is new, write NEW NUMBER to bring the account here. To talk to a person, write HUMAN.',
    noTaxId: () =>
      'No problem, there is no hurry. The CPF is on Brazilian documents and in the gov.br app; without one I cannot let you in here. If you have an account, log in on the site. To talk to a person, write HUMAN.',
    whyTaxId: () =>
      'The CPF (or CNPJ) only serves to find your account and to know that it is yours. I keep name, CPF and this number, encrypted; I sell and pass on nothing. To see or delete it, write MY DATA.',
    business: ({ brand }) =>
      brand.contact === null
        ? 'This is only the login to your account, so I do not know that. See the site or write HUMAN to talk to a person. To log in, write LOGIN.'
        : `This is only the login to your account, so I do not know that. Please ask ${brand.contact}. To log in, write LOGIN.`,
    scam: ({ brand }) =>
      `Good question. This is the account login${ofBrand(brand)}. I never ask for a password, a payment or a code. Check this number on the official site. Do not pass a link or code on, not even by phone.`,
    whoAreYou: ({ brand }) =>
      `I am a bot, the account login${ofBrand(brand)}: here you get in with a link or a code, without a password. To log in, write LOGIN. To talk to a person, write HUMAN.`,
    otherPerson: () =>
      'Each account is its owner’s only: it opens with that person’s WhatsApp and CPF. Ask them to write from their own phone. Without WhatsApp they can log in on the site, or write HUMAN.',
    goodbye: () => 'See you!',
    speaksEnglish: () =>
      'Sure, I speak English, too. To log in, write LOGIN. In doubt, write HELP.',
    spanish: () =>
      'Entiendo un poco de español, pero respondo en inglés. Para entrar, escriba LOGIN; para una persona, HUMAN.',
    wasYou: () => 'Good that it was you. I changed nothing in your account.',
    acknowledged: () => 'All right.',
    hello: () => 'Hi! Good to hear from you.',
    accountFirst: () => 'For that I have to find or make your account. What is your CPF (or CNPJ)?',
    notYet: () => 'I will do that as soon as your account is open.',
    offer: ({ wish }) => `Just to be sure: do you want ${WISHES[wish]}?\n1 Yes\n2 No`,
    offerDeclined: () => 'All right, I did nothing. Write HELP to see what I can do.',
    askKeep: () =>
      'Your account is marked for deletion. Do you want to call that off and keep it?\n1 Yes\n2 No',
    stillLeaving: () => 'All right, the deletion stays. If you change your mind, write CANCEL.',
  },
} satisfies typeof ptBr;
