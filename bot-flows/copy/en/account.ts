import type { account as ptBr } from '../pt-br/account.js';

/** More would not fit a message; the site shows them all. */
const SHOWN_PHONES = 3;

/** Another number, a claim, and what is stored about the person. */
export const account = {
  phrases: {
    data: ['my data', 'data', 'privacy'],
    deletion: ['delete', 'delete account', 'delete my data'],
    keepAccount: ['cancel deletion', 'keep account'],
    numberChange: ['i changed my number', 'new number', 'changed number'],
    confirmNumberChange: ['switch'],
    claim: ['this cpf is mine', 'this cnpj is mine'],
  },
  texts: {
    numberStillAsks: ({ by }) => {
      const what =
        by === 'number'
          ? 'somebody asked to use your account on another number'
          : 'another WhatsApp with this same number wants to open your account';
      return `I still wait for your answer: ${what}. If it was you, reply SWITCH. If not, reply NO.`;
    },
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
    askDeletion: ({ deletionDays }) =>
      `In ${deletionDays} days I delete your account, your name, your CPF or CNPJ and this number, for good. Until then you can change your mind.\nDelete it?\n1 Yes\n2 No`,
    nothingDeleted: () => 'All right, I deleted nothing. To see what I keep, write MY DATA.',
    deletionScheduled: ({ dueAt, times }) =>
      `Your account will be deleted on ${times.calendarDay(dueAt)}. If you change your mind before, write CANCEL DELETION.`,
    deletionAhead: ({ dueAt, times }) =>
      `Your account will be deleted on ${times.calendarDay(dueAt)}. To keep it, write CANCEL DELETION.`,
    deletionCancelled: () =>
      'Good that you stay: I cancelled the deletion and deleted nothing. To log in, write LOGIN.',
    notLeaving: () => 'No deletion is planned: your account stays as it is.',
  },
} satisfies typeof ptBr;
