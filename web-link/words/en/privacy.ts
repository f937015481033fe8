import type { privacy as ptBr } from '../pt-br/privacy.js';
import { LIFETIMES } from '../lifetimes.js';

const { kept } = LIFETIMES;

export const privacy = {
  title: 'Privacy',
  intro: (name) =>
    `What ${name} keeps so that you can log in, why, for how long, and what you can ask for.`,
  chapters: ({ controller, contact, hasDpo, google }) => [
    {
      title: 'Who answers for your data',
      text: `The controller, who decides about the data (Brazilian Law 13.709/2018, LGPD, art. 5 VI), is: ${controller}.`,
      items: [
        contact === null
          ? 'To talk about your data: write HUMAN in our WhatsApp chat.'
          : `${hasDpo ? 'In charge of data protection (art. 41)' : 'To talk about your data'}: ${contact}`,
      ],
    },
    {
      title: 'What we keep',
      items: [
        'Name, CPF or CNPJ and WhatsApp number. The CPF or CNPJ says whose account it is; the number is the way in.',
        'When and how you logged in, and the kind of browser and device, such as “Chrome, Android”.',
        'The password, if you set one: only a digest of it, which cannot be read.',
        ...(google ? ['If you link Google: the id and e-mail of that Google account.'] : []),
        'Where the chat stopped, while it lasts, and a record of what changes the security of the account.',
      ],
    },
    {
      title: 'What for, and on what legal basis',
      items: [
        'Opening your account and letting you in: with your consent, given in the chat before you register (art. 7 I). If the account comes from a service that you contracted, to perform that contract (art. 7 V).',
        'Keeping others from getting in instead of you (limits of tries, alerts, devices, the security record): legitimate interest in preventing fraud and protecting you (art. 7 IX).',
        'We do not sell data, do not advertise with it, do not decide about you by computer, and do not write to people who did not write first.',
      ],
    },
    {
      title: 'What goes to other companies',
      items: [
        'Meta (WhatsApp): the chat goes through WhatsApp. Messages are end-to-end encrypted; Meta knows that your number talked with ours, and when. Its own privacy notice holds, too, and its servers may be outside Brazil (art. 33).',
        ...(google
          ? [
              'Google: only if you choose “Log in with Google”. Google knows that you logged in here, and when; we get the name, the e-mail and the id of the account from it. Your CPF and your number do not go there.',
            ]
          : []),
        'Nobody else. These pages load nothing from other sites.',
      ],
    },
    {
      title: 'For how long',
      items: [
        `Registration: as long as you have the account. After you ask for deletion, another ${LIFETIMES.deletionDays} days, in which you can change your mind.`,
        `Codes and links: they work for ${LIFETIMES.codeMinutes} and ${LIFETIMES.linkMinutes} minutes, once, and are deleted within ${kept.expiredProofHours} hours after that.`,
        `The text of messages we sent: ${kept.sentTextMinutes} minutes after sending. That a message was sent, without its text: ${kept.sentMessageDays} days.`,
        `Where the chat stopped: ${kept.silentChatHours} hours of silence. The id of each message received, without its text: ${kept.receivedIdDays} days.`,
        `Devices: each login lasts up to ${LIFETIMES.sessionDays} days and is listed for ${kept.endedSessionDays} days after it ended.`,
        `A request of another WhatsApp account for your number: ${kept.numberWaitDays} days after it ends.`,
        `“This CPF is mine”: until our team decides, and ${kept.claimDays} days at most.`,
        'The security record stays, to prove that nobody changed it. When the account is deleted, what it said about you is deleted, too.',
      ],
    },
    {
      title: 'Cookies',
      text: `Only those that make logging in work. The longest remembers for ${LIFETIMES.knownBrowserDays} days that this browser has logged in: it opens nothing, and only keeps the mistakes of strangers from shutting you out.`,
    },
    {
      title: 'How we protect it',
      text: 'Name, CPF or CNPJ, number and chat are encrypted. Codes and links that we keep cannot be read by anybody, us included. What you write on WhatsApp also stays on your phone: if you prefer, type your CPF or CNPJ on the login page instead of in the chat.',
    },
    {
      title: 'Your rights, and how to use each here',
      text: 'Art. 18 of the LGPD gives you these rights, free of charge:',
      items: [
        'Know what we have and see it: on the account page, or write MY DATA in the chat.',
        'Correct it: the name, on the account page. A wrong CPF or CNPJ: talk to us.',
        'Take a copy along: “Download my data”, on the account page.',
        `Delete it, and withdraw your consent: “Delete my account”, on the account page, or write DELETE in the chat. It happens in ${LIFETIMES.deletionDays} days.`,
        'Know whom we share it with: see above. Object, or ask for something to be blocked: talk to us.',
        'Complain to the Brazilian data protection authority: gov.br/anpd.',
      ],
    },
  ],
} satisfies typeof ptBr;
