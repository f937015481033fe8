import type { entry as ptBr } from '../pt-br/entry.js';
import { either, on, wait } from './parts.js';

/** The ways in: link and code, a page that asks, Google, the password. */
export const entry = {
  phrases: {
    enter: ['log in', 'sign in', 'again'],
    google: ['link google', 'log in with google', 'sign in with google'],
    unlinkGoogle: ['unlink google', 'remove google', 'disconnect google', 'unlink'],
    password: [
      ...['password', 'forgot my password', 'forgot password', 'reset password'],
      ...['new password', 'change password', 'change my password'],
    ],
  },
  texts: {
    codeKilled: () =>
      'Type the code on the site, not here. To keep you safe, that code no longer works. If you need another, write LOGIN.',
    accessTooSoon: ({ seconds }) =>
      `I have just sent your access, see right above. To ask for another, wait ${wait(seconds)}.`,
    accessTooMany: ({ seconds }) =>
      `You asked for access many times in a row. Wait ${wait(seconds)} and ask again, or log in on the site.`,
    accessBlocked: () => 'I could not give you access here. See on the site how to go on.',
    askTaxIdForRequest: () =>
      'I will let you in on the site, but I do not know this number yet. What is your CPF (or CNPJ)?',
    requestShown: ({ askedAt, choices, times, ...device }) =>
      `A page asked to log in at ${times.clockTime(askedAt)}${on(device)}.\nWhich number is on the screen? ${either(choices)}\nIf you did not open the site, reply NO.`,
    requestAgain: ({ choices }) =>
      `Reply with just the number on the screen: ${either(choices)}. If you did not open the site, reply NO.`,
    requestApproved: () => 'Done, you are in. You can go back to the page.',
    requestWrongNumber: () =>
      'That was not the number on the screen, and to keep you safe the request no longer works. If it was you, open the page again. If not, write BLOCK.',
    requestExpired: () =>
      'That request took too long and no longer works. Open the page again and send the new message.',
    requestNotFound: () =>
      'I did not find that request: it may have taken too long. Open the page again and send the new message, or write LOGIN.',
    requestTooManyTries: () =>
      'Those were too many requests in a short time. To keep you safe, wait a while or write LOGIN.',
    requestDenied: () =>
      'Good that you told me: I refused the request and nobody got in. Do not send messages that somebody else asked you to send. If you think that somebody uses your account, write BLOCK.',
    googleNotOffered: () =>
      'Logging in with Google is not offered here. To log in to your account, write LOGIN: I send a link and a code.',
    googleLinkedAlready: () =>
      'Google opens your account already: on the site, tap Log in with Google. To take it away, write UNLINK GOOGLE.',
    googleNotLinked: () =>
      'No Google account is linked to yours. If you want to link one, write GOOGLE.',
    accountContested: () =>
      'There is a request about the CPF or CNPJ of this account. Until the team has decided, password and Google cannot be changed. To talk to a person, write HUMAN.',
    resetTooSoon: ({ seconds }) =>
      `I have just sent a link for the password, see right above. To ask for another, wait ${wait(seconds)}.`,
    resetTooMany: ({ seconds }) =>
      `Those were many links for the password in a short time. Wait ${wait(seconds)} and ask again. To log in without a password, write LOGIN.`,
  },
} satisfies typeof ptBr;
