import { accessEn } from './copy-access.en.js';
import { wait, on, either, endedSessions, sessionLine } from './copy-parts.en.js';
import type { NoPhone } from '#src/domain/phone.js';
import type { Copy, MediaGroup } from './copy.js';
import { numberWaits, WHY_PROOF } from './copy-number-wait.en.js';

const MEDIA: Readonly<Record<MediaGroup, string>> = {
  audio: 'I cannot listen to audio here. Please write.',
  picture: 'I cannot see photos or videos here. Please write.',
  sticker: 'I do not understand stickers. Please write.',
  document: 'I do not open files here. Please write.',
  location: 'I do not use locations. Please write.',
  contact: 'I do not read contacts sent here. Please write.',
  unsupported: 'I could not read that message. Please send it as text.',
};

const NO_PHONE: Readonly<Record<NoPhone, string>> = {
  landline:
    'Your number is no mobile number, and only Brazilian mobiles get in here. Please write from a mobile or, if you have an account, log in on the site.',
  abroad:
    'Your number is from outside Brazil, and only Brazilian numbers get in here. If you have an account, log in on the site. To talk to a person, write HUMAN.',
  hidden:
    'WhatsApp did not show me your number, so I cannot give you access here. You can log in on the site.',
  unreadable:
    'I do not recognise the number of this WhatsApp, so I cannot give you access here. If you have an account, log in on the site. To talk to a person, write HUMAN.',
};

const MENU = '1 Log in\n2 Devices\n3 My data\n4 Help';
/** More would not fit a message; the site shows them all. */
const SHOWN_SESSIONS = 4;
const SHOWN_PHONES = 3;

/** The same catalogue in English; the Portuguese words are understood in both. */
export const copyEn: Copy = {
  chat: {
    welcome: () =>
      'Hello! Here you log in to your account without a password. If you prefer, you can type your details on the site.\nWhat is your CPF (or CNPJ)?',
    menu: ({ name }) => `Hello, ${name}. What would you like to do?\n${MENU}`,
    menuWhileLeaving: ({ name, dueAt, times }) =>
      `Hello, ${name}. Your account will be deleted on ${times.calendarDay(dueAt)}. To keep it, write CANCEL DELETION.\nWhat would you like to do?\n${MENU}`,
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
    noPhone: ({ reason }) => NO_PHONE[reason],

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

    sessions: ({ sessions, times }) => {
      const more = sessions.length - SHOWN_SESSIONS;
      const lines = sessions.slice(0, SHOWN_SESSIONS).map((session) => sessionLine(session, times));
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

    data: ({ name, taxIdMasked, phones, since, sessions, times }) =>
      `What I keep of you: name ${name}; CPF or CNPJ ${taxIdMasked}; WhatsApp ${phones.slice(0, SHOWN_PHONES).join(', ')}; registered since ${times.calendarDay(since)}; devices logged in: ${sessions}.`,
    dataExport: ({ exportUrl }) =>
      `To see and download everything: ${exportUrl}\nThis link is yours only, do not pass it on. To delete your account, write DELETE.`,
    askDeletion: () =>
      'In 7 days I delete your account, your name, your CPF or CNPJ and this number, for good. Until then you can change your mind.\nDelete it?\n1 Yes\n2 No',
    nothingDeleted: () => 'All right, I deleted nothing. To see what I keep, write MY DATA.',
    deletionScheduled: ({ dueAt, times }) =>
      `Your account will be deleted on ${times.calendarDay(dueAt)}. If you change your mind before, write CANCEL DELETION.`,
    deletionAhead: ({ dueAt, times }) =>
      `Your account will be deleted on ${times.calendarDay(dueAt)}. To keep it, write CANCEL DELETION.`,
    deletionCancelled: () =>
      'Good that you stay: I cancelled the deletion and deleted nothing. To log in, write LOGIN.',
    notLeaving: () => 'No deletion is planned: your account stays as it is.',
    humanCalled: ({ until, open, opens, times }) => {
      if (open) {
        return `I called somebody of the team, who answers here. Until ${times.dayAndTime(until)} I am silent. Never pass on a password or code, not even to them.`;
      }
      const said =
        opens === null ? null : times.besideOwn({ there: opens, own: until, lang: 'en' });
      const when = said === null ? 'Nobody is there now' : `The team is back on ${said.there}`;
      return `I noted your request. ${when}, and the answer comes here. Until ${said?.own ?? times.dayAndTime(until)} I am silent. Never pass on a password or code, not even to the team.`;
    },
  },
  access: accessEn,
};
