import type { AccessGreeting } from '#src/app/ports/access-copy.js';
import type { ChallengePurpose } from '#src/domain/challenge.js';
import type { access as ptBr } from '../pt-br/access.js';
import { numberWaitTexts } from './number-wait.js';
import { on } from './parts.js';
import { JOINED } from './joined-notices.js';

const GREETING: Readonly<Record<AccessGreeting, (name: string) => string>> = {
  known: (name) => `Hello, ${name}.`,
  registered: (name) => `Registered, ${name}.`,
  again: () => 'Only this new one works.',
};

const CODE_IS_FOR: Readonly<Record<ChallengePurpose, string>> = {
  login: 'log in to your account',
  link: 'link a Google account to yours',
  unlink: 'take Google away from your account',
  reset: 'change your password',
  step_up: 'confirm that it is you',
  change_phone: 'change the number of your account',
};

/** What the application says by itself, and the messages that carry a link or a code. */
export const access = {
  link: ({ greeting, name, url, linkMinutes, codeMinutes }) =>
    `${GREETING[greeting](name)} Tap to log in on this phone: ${url}\nOn a computer, use the code in the next message. The link lasts ${linkMinutes} minutes, the code ${codeMinutes}. Never pass this code on, not even to us.`,
  linkOnly: ({ greeting, name, url, linkMinutes }) =>
    `${GREETING[greeting](name)} Tap to log in on this phone: ${url}\nIt lasts ${linkMinutes} minutes. There were too many wrong codes: codes are back once you log in by the link. Never pass it on, not even to us.`,
  pageCode: ({ purpose, codeMinutes }) =>
    `You asked on the site for a code to ${CODE_IS_FOR[purpose]}. Type the code in the next message there; it is good for ${codeMinutes} minutes. Never pass this code on, not even to us.`,
  signedIn: ({ at, times, ...device }) =>
    `You logged in at ${times.clockTime(at)}${on(device)}. Was it not you? Reply BLOCK.`,
  numberChangeAsked: ({ newPhoneMasked }) =>
    `Somebody asked to use your account on the number ${newPhoneMasked}. If it was you, reply SWITCH. If not, reply NO.`,
  numberChanged: ({ newPhoneMasked }) =>
    `The WhatsApp of your account is now ${newPhoneMasked}. The old number opens nothing any more.`,
  ...numberWaitTexts,
  claimUpheld: () =>
    'We checked your request: the account of that CPF or CNPJ is yours now, on this WhatsApp. What opened it before is void. To log in, write LOGIN.',
  claimRejected: () =>
    'We looked at your request about the CPF or CNPJ and could not confirm that it is yours. If you have other proof, write HUMAN and talk to us.',
  claimLost: () =>
    'The team found that the CPF or CNPJ of your account is somebody else’s. This number does not open that account any more. If you think that is a mistake, write HUMAN.',
  googleLink: ({ url, linkMinutes }) =>
    `To link your Google account, tap: ${url}\nThe link is good for ${linkMinutes} minutes, once. Was it not you? Do not tap it and do not pass it on.`,
  googleUnlink: ({ url, linkMinutes }) =>
    `To unlink Google, tap: ${url}\nThe page asks for a code, which I send here. The link is good for ${linkMinutes} minutes, once. Never pass the link on, not even to us.`,
  passwordReset: ({ url, linkMinutes }) =>
    `To choose a new password, tap: ${url}\nThe link is good for ${linkMinutes} minutes, once. Was it not you? Do not tap it and do not pass it on.`,
  googleLinked: ({ at, times }) =>
    `A Google account opens your account since ${times.clockTime(at)}. Was it not you? Reply BLOCK.`,
  googleUnlinked: ({ at, times }) =>
    `Google does not open your account any more, since ${times.clockTime(at)}. Was it not you? Reply BLOCK.`,
  guessing: ({ at, times }) =>
    `Somebody got the password or the code of your account wrong many times, until ${times.clockTime(at)}. Nobody got in. The browser that you use and this chat (LOGIN) go on working. Was it not you? There is nothing to do.`,
  sessionCopied: ({ at, times }) =>
    `I ended a login of your account at ${times.clockTime(at)}: an old copy of it was used. If that is news to you, reply BLOCK. To log in again, write LOGIN.`,
  passwordChanged: ({ at, times }) =>
    `The password of your account was set at ${times.clockTime(at)}. Was it not you? Reply BLOCK.`,
  nameChanged: ({ at, times }) =>
    `The name of your account was changed on the site at ${times.clockTime(at)}. Was it not you? Reply BLOCK.`,
  deletionScheduled: ({ dueAt, times }) =>
    `Your account will be deleted on ${times.calendarDay(dueAt)}, as asked on the site. To keep it, write CANCEL DELETION.`,
  joined: ({ topic, count, text }) => `${JOINED[topic](count)}\n${text}`,
  deleted: () =>
    'Your account and your data are deleted. If you want to come back one day, just write here.',
  botIsBack: () => 'I am answering here again. To log in to your account, write LOGIN.',
  requestText: ({ code }) => `Log in on the site: ${code}`,
  pausing: ({ until, times }) =>
    `That was a lot of messages at once, so I am taking a break until ${times.clockTime(until)}. After that, write MENU. To lock your account, write BLOCK: that always works.`,
  trouble: () => 'Sorry, I had a problem and could not answer. Please write again in a while.',
} satisfies typeof ptBr;
