import type { privacy as ptBr } from '../pt-br/privacy.js';
import { LIFETIMES } from '../lifetimes.js';

export const privacy = {
  title: 'Privacy',
  intro: 'What we keep so that you can sign in, and what we never do with it.',
  chapters: [
    {
      title: 'What we keep',
      text: `Your name, your CPF or CNPJ and your WhatsApp number. The CPF or CNPJ says whose account it is; the number is the way in. We also keep when and with what kind of browser you signed in. A cookie remembers for ${LIFETIMES.knownBrowserDays} days that this browser has signed in: it opens nothing, and only keeps the mistakes of strangers from shutting you out.`,
    },
    {
      title: 'What for',
      text: 'Only for you to get into your account, and for nobody else to. We do not sell it, we do not advertise, and we do not write to people who did not write first.',
    },
    {
      title: 'How we protect it',
      text: 'Name, CPF or CNPJ, number and conversation are encrypted. Codes and links live for minutes, work once, and not even we can read them afterwards.',
    },
    {
      title: 'For how long',
      text: 'The text of messages is gone minutes after delivery. Expired codes and links are deleted within a day. Your registration stays as long as you have the account.',
    },
    {
      title: 'The conversation',
      text: 'What you write on WhatsApp also stays on your phone. If you prefer, type your CPF or CNPJ on the sign-in page instead of in the chat.',
    },
    {
      title: 'Your rights',
      text: 'You can ask to see, correct, take along or delete your data (Brazilian Law 13.709/2018, art. 18), and withdraw your consent at any time. Write to whoever runs the site you sign in to.',
    },
  ],
} satisfies typeof ptBr;
