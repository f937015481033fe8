import type { ChallengePurpose } from '#src/domain/challenge.js';
import type { AccessGreeting } from '#src/app/ports/dialogue.js';
import type { Copy, MediaGroup, SaidDevice } from './copy.js';
import { numberWaits, numberWaitTexts, WHY_PROOF } from './copy-number-wait.en.js';
import { calendarDay, clockTime, dayAndTime } from './say-time.js';
import { JOINED_EN } from './joined-notices.js';

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

const MENU = '1 Log in\n2 Devices\n3 My data\n4 Help';
/** More would not fit a message; the site shows them all. */
const SHOWN_SESSIONS = 4;
const SHOWN_PHONES = 3;

const CODE_IS_FOR: Readonly<Record<ChallengePurpose, string>> = {
  login: 'log in to your account',
  link: 'link a Google account to yours',
  unlink: 'take Google away from your account',
  reset: 'change your password',
  step_up: 'confirm that it is you',
  change_phone: 'change the number of your account',
};

/** The same catalogue in English; the Portuguese words are understood in both. */
export const copyEn: Copy = {
  chat: {
    welcome: () =>
      'Hello! Here you log in to your account without a password. If you prefer, you can type your details on the site.\nWhat is your CPF (or CNPJ)?',
    menu: ({ name }) => `Hello, ${name}. What would you like to do?\n${MENU}`,
    menuWhileLeaving: ({ name, dueAt }) =>
      `Hello, ${name}. Your account will be deleted on ${calendarDay(dueAt)}. To keep it, write CANCEL DELETION.\nWhat would you like to do?\n${MENU}`,
    menuAgain: () => `Reply with the number:\n${MENU}`,
    howToStart: () => 'To log in to your account, write LOGIN. If in doubt, write HELP.',
    offerHelp: () =>
      'I still do not understand. Write HELP to see what I can do or CANCEL to stop.',
    fallSilent: () =>
      'I am not managing to understand, so I will wait in silence. Whenever you like, write MENU.',
    calm: () =>
      'I understand that this is annoying and want to help, but not like this. Write LOGIN to log in to your account or HUMAN to talk to a person.',
    help: () =>
      'Write LOGIN to get a link and a code, DEVICES to see where your account is open, BLOCK to lock everything, GOOGLE, PASSWORD, MY DATA, HUMAN to talk to a person or CANCEL.\nI never ask for a password. Do not pass the link or the code on to anyone, not even to us.',
    cancelled: () => 'All right, I stopped here. Whenever you like, write LOGIN.',
    thanks: () => 'You are welcome! When you need me, write LOGIN.',
    forwarded: () =>
      'To keep you safe I do not follow forwarded messages. Please write the message yourself.',
    late: () =>
      'Sorry for the delay: I was offline and your message waited too long. To start over, write LOGIN.',
    edited: () => 'I do not follow edited messages. Please write it again.',
    missing: () => 'Your message did not reach me in full. Please write it again.',
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
      'I found no registration of that CPF or CNPJ on this WhatsApp number. Check what you sent or log in on the site. If your WhatsApp is new, write NEW NUMBER. If somebody else uses your CPF, write THIS CPF IS MINE.',
    tooManyTaxIds: () =>
      'You have tried several numbers today. To keep you safe, try again tomorrow or log in on the site.',

    askProof: ({ reason }) =>
      `${WHY_PROOF[reason]}. Just to be sure that it is you: what is the CPF (or CNPJ) of the account?`,
    numberWaits,
    proofWrong: () => 'Not this time. Check it and send the CPF (or CNPJ) of the account again.',
    proofPaused: () =>
      'I could not make sure that it is you, so I stopped here. Try later or write HUMAN to talk to a person.',

    askName: () =>
      'I do not know that CPF or CNPJ on this WhatsApp. If you have an account, log in on the site or write NEW NUMBER or THIS CPF IS MINE. If this is your first time, let us register you: what is your name?',
    askNameAgain: () => 'Write just your name, without numbers or symbols. What is your name?',
    askOwnName: () =>
      'Before we go on: the name of this account was that of whoever used it before. What is your name?',
    askConsent: ({ privacyUrl }) =>
      `I will keep your name, your CPF or CNPJ and this number, only so that you can log in. Read more: ${privacyUrl}\nDo you accept?\n1 I accept\n2 I do not accept`,
    linkNeedsTaxId: () => 'I have not sent the link yet: please confirm the number first.',
    linkNeedsName: () =>
      'I have not sent the link yet: your name and your consent are missing. What is your name?',
    linkNeedsConsent: () =>
      'I have not sent the link yet: only your consent to keep your name, your CPF or CNPJ and this number is missing.\nDo you accept?\n1 I accept\n2 I do not accept',
    consentDeclined: () =>
      'All right, I did not register you and kept none of your data. If you change your mind, write LOGIN.',
    registrationRefused: () =>
      'I could not register that CPF or CNPJ. If you have an account, log in on the site with a password or Google. If your WhatsApp is new, write NEW NUMBER. If somebody else uses your CPF, write THIS CPF IS MINE.',
    registeredFirst: () => 'You are registered. Now to your request on the site.',

    codeKilled: () =>
      'Type the code on the site, not here. To keep you safe, that code no longer works. If you need another, write LOGIN.',
    accessTooSoon: ({ seconds }) =>
      `I have just sent your access, see right above. To ask for another, wait ${wait(seconds)}.`,
    accessTooMany: ({ seconds }) =>
      `You asked for access many times in a row. Wait ${wait(seconds)} and ask again, or log in on the site.`,
    accessBlocked: () => 'I could not give you access here. See on the site how to go on.',

    askTaxIdForRequest: () =>
      'I will let you in on the site, but I do not know this number yet. What is your CPF (or CNPJ)?',
    requestShown: ({ askedAt, choices, ...device }) =>
      `A page asked to log in at ${clockTime(askedAt)}${on(device)}.\nWhich number is on the screen? ${either(choices)}\nIf you did not open the site, reply NO.`,
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

    sessions: ({ sessions }) => {
      const more = sessions.length - SHOWN_SESSIONS;
      const lines = sessions.slice(0, SHOWN_SESSIONS).map(sessionLine);
      if (more > 0) lines.push(`And ${more} more.`);
      return `Your account is open on:\n${lines.join('\n')}\nTo end one, reply with its number. LOG OUT EVERYWHERE ends them all.`;
    },
    sessionsAgain: () =>
      'To end one, reply with its number in the list. LOG OUT EVERYWHERE ends them all and CANCEL leaves them.',
    noSessions: () => 'Your account is not open anywhere. To log in, write LOGIN.',
    sessionEnded: ({ count }) =>
      count === 0
        ? 'That one was over already. To see the list, write DEVICES.'
        : 'Done, I ended that one. To see the list, write DEVICES. If it was not yours, write BLOCK.',
    askEndAll: () => 'I will log your account out on all devices.\nMay I go on?\n1 Yes\n2 No',
    allEnded: ({ count }) => `Done, ${endedSessions(count)}. To log in again, write LOGIN.`,
    nothingEnded: () => 'All right, I ended nothing. To see the list, write DEVICES.',

    blocked: () =>
      'I blocked your account: devices, links, codes, password and Google no longer work. Your data is still there. To undo it, write UNBLOCK and confirm your CPF.',
    blockedForTeam: () =>
      'I blocked the account: devices, links and codes no longer work. For safety, only the team can undo that from here. To talk to a person, write HUMAN.',
    accountBlocked: () =>
      'This account is blocked. To unblock it, its owner writes UNBLOCK and confirms the CPF. If you need to, write HUMAN.',
    accountBlockedByTeam: () =>
      'This account is blocked and, for safety, only the team can unblock it. To talk to a person, write HUMAN.',
    askBlock: () =>
      'Do you want me to block your account? I end every session, and password and Google stop working.\n1 Yes\n2 No',
    notBlockedThen: () =>
      'All right, I blocked nothing. To see where your account is open, write DEVICES.',
    askTaxIdToUnblock: () =>
      'To unblock it I have to be sure that it is you. What is the CPF (or CNPJ) of the account?',
    unblocked: () =>
      'Done, your account is unblocked. The password and Google of before no longer work: write PASSWORD to set a new one and GOOGLE to link it again. To log in, write LOGIN.',
    notBlocked: () => 'Your account is not blocked. To log in, write LOGIN.',
    nobodyHere: () =>
      'This WhatsApp number is in no registration. To log in, write LOGIN. If your WhatsApp is new, write NEW NUMBER.',

    askTaxIdOfOldNumber: () =>
      'I will help you use this number with your account. What is its CPF (or CNPJ)?',
    numberChangeAsked: () =>
      'If this CPF or CNPJ is registered, I asked on the old number whether I may switch. Reply SWITCH there. If you no longer have that number, write THIS CPF IS MINE here.',
    numberChangeNotAsked: () =>
      'No change of number is waiting. If you want to use another WhatsApp, write NEW NUMBER from there.',
    numberChangeRefused: () =>
      'All right, I refused that and nothing changed in your account. If you think that somebody uses your account, write BLOCK.',
    numberHasAccount: () =>
      'This number already belongs to an account. If you have a new WhatsApp, write NEW NUMBER from there. To log in, write LOGIN.',
    askClaimedTaxId: () => 'I will note it for the team. What is the CPF (or CNPJ)?',
    claimRecorded: () =>
      'Noted. Somebody of the team will look at it and may ask for more proof. To keep everybody safe, I do not say here what exists about that CPF or CNPJ.',

    data: ({ name, taxIdMasked, phones, since, sessions }) =>
      `What I keep of you: name ${name}; CPF or CNPJ ${taxIdMasked}; WhatsApp ${phones.slice(0, SHOWN_PHONES).join(', ')}; registered since ${calendarDay(since)}; devices logged in: ${sessions}.`,
    dataExport: ({ exportUrl }) =>
      `To see and download everything: ${exportUrl}\nThis link is yours only, do not pass it on. To delete your account, write DELETE.`,
    askDeletion: () =>
      'In 7 days I delete your account, your name, your CPF or CNPJ and this number, for good. Until then you can change your mind.\nDelete it?\n1 Yes\n2 No',
    nothingDeleted: () => 'All right, I deleted nothing. To see what I keep, write MY DATA.',
    deletionScheduled: ({ dueAt }) =>
      `Your account will be deleted on ${calendarDay(dueAt)}. If you change your mind before, write CANCEL DELETION.`,
    deletionAhead: ({ dueAt }) =>
      `Your account will be deleted on ${calendarDay(dueAt)}. To keep it, write CANCEL DELETION.`,
    deletionCancelled: () =>
      'Good that you stay: I cancelled the deletion and deleted nothing. To log in, write LOGIN.',
    notLeaving: () => 'No deletion is planned: your account stays as it is.',
    humanCalled: ({ until, open, opensAt }) => {
      if (open) {
        return `I called somebody of the team, who answers here. Until ${dayAndTime(until)} I am silent. Never pass on a password or code, not even to them.`;
      }
      const when =
        opensAt === null ? 'Nobody is there now' : `The team is back on ${dayAndTime(opensAt)}`;
      return `I noted your request. ${when}, and the answer comes here. Until ${dayAndTime(until)} I am silent. Never pass on a password or code, not even to the team.`;
    },
  },
  access: {
    link: ({ greeting, name, url, linkMinutes, codeMinutes }) =>
      `${GREETING[greeting](name)} Tap to log in on this phone: ${url}\nOn a computer, type the code in the next message. The link is good for ${linkMinutes} minutes, the code for ${codeMinutes}. Never pass this code on, not even to us.`,
    linkOnly: ({ greeting, name, url, linkMinutes }) =>
      `${GREETING[greeting](name)} Tap to log in on this phone: ${url}\nIt is good for ${linkMinutes} minutes. There were too many wrong codes: codes are back once you log in by the link. Never pass it on, not even to us.`,
    pageCode: ({ purpose, codeMinutes }) =>
      `You asked on the site for a code to ${CODE_IS_FOR[purpose]}. Type the code in the next message there; it is good for ${codeMinutes} minutes. Never pass this code on, not even to us.`,
    signedIn: ({ at, ...device }) =>
      `You logged in at ${clockTime(at)}${on(device)}. Was it not you? Reply BLOCK.`,
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
    googleLinked: ({ at }) =>
      `A Google account opens your account since ${clockTime(at)}. Was it not you? Reply BLOCK.`,
    googleUnlinked: ({ at }) =>
      `Google does not open your account any more, since ${clockTime(at)}. Was it not you? Reply BLOCK.`,
    guessing: ({ at }) =>
      `Somebody got the password or the code of your account wrong many times, until ${clockTime(at)}. Nobody got in. The browser that you use and this chat (LOGIN) go on working. Was it not you? There is nothing to do.`,
    sessionCopied: ({ at }) =>
      `I ended a login of your account at ${clockTime(at)}: an old copy of it was used. If that is news to you, reply BLOCK. To log in again, write LOGIN.`,
    passwordChanged: ({ at }) =>
      `The password of your account was set at ${clockTime(at)}. Was it not you? Reply BLOCK.`,
    deletionScheduled: ({ dueAt }) =>
      `Your account will be deleted on ${calendarDay(dueAt)}, as asked on the site. To keep it, write CANCEL DELETION.`,
    joined: ({ topic, count, text }) => `${JOINED_EN[topic](count)}\n${text}`,
    deleted: () =>
      'Your account and your data are deleted. If you want to come back one day, just write here.',
    botIsBack: () => 'I am answering here again. To log in to your account, write LOGIN.',
    requestText: ({ code }) => `Log in on the site: ${code}`,
    pausing: ({ until }) =>
      `That was a lot of messages at once, so I am taking a break until ${clockTime(until)}. After that, write MENU. To lock your account, write BLOCK: that always works.`,
    trouble: () => 'Sorry, I had a problem and could not answer. Please write again in a while.',
  },
};

function wait(seconds: number): string {
  if (seconds <= 1) return '1 second';
  if (seconds < 90) return `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}

function place({ browser, system }: SaidDevice): string {
  return [browser, system].filter((part) => part !== null).join(', ');
}

function on(device: SaidDevice): string {
  const where = place(device);
  return where === '' ? '' : ` on ${where}`;
}

function either(choices: readonly number[]): string {
  const shown = choices.map((choice) => String(choice).padStart(2, '0'));
  return `${shown.slice(0, -1).join(', ')} or ${shown.slice(-1).join('')}`;
}

function sessionLine({ n, lastSeenAt, ...device }: SaidDevice & { n: number; lastSeenAt: Date }) {
  return `${n} ${place(device) || 'Unnamed device'}, ${dayAndTime(lastSeenAt)}`;
}

function endedSessions(count: number): string {
  if (count === 0) return 'your account was not open anywhere';
  return count === 1 ? 'I ended 1' : `I ended ${count}`;
}
