import type { Context } from './sentence.js';

const ENTERED = ['link', 'linkOnly', 'accessTooSoon'];
const ASKS_TAX_ID = ['welcome', 'askTaxId', 'askTaxIdAgain', 'linkNeedsTaxIdFirst'];
const ASKS_NAME = ['askNameAgain', 'linkNeedsName', 'askName'];

/** Names of the texts one of which is said in answer to a label, in all contexts or in one. */
type Right = Partial<Record<Context | 'all', readonly string[]>>;

/** What a good bot says (test/bot-flows/sentences/README.md); labels that need more than that are in judge.ts. */
export const RIGHT: Readonly<Record<string, Right>> = {
  access: {
    all: ENTERED,
    newcomer: ASKS_TAX_ID,
    'asked-cpf': ASKS_TAX_ID,
    'asked-name': ASKS_NAME,
    'asked-consent': ['linkNeedsConsent'],
  },
  'resend-access': {
    all: ENTERED,
    newcomer: ASKS_TAX_ID,
    'asked-cpf': ASKS_TAX_ID,
    'asked-name': ASKS_NAME,
    'asked-consent': ['linkNeedsConsent'],
  },
  'link-problem': { all: ['linkHelp'] },
  'code-problem': { all: ['codeHelp'] },
  'cpf-given': { all: ['confirmTaxId', 'askName', 'link'] },
  'no-cpf': { all: ['noTaxId'] },
  'why-cpf': { all: ['whyTaxId'] },
  'scam-question': { all: ['scam'] },
  'who-are-you': { all: ['whoAreYou'] },
  human: { all: ['humanCalled'] },
  help: { all: ['help', 'helpTaxId', 'helpName', 'helpConsent', 'helpAccess', 'whatIsCnpj'] },
  // "1" is the first line of the menu that was last shown.
  menu: { all: ['menu', 'menuAgain'], silence: ['menu', 'menuAgain', 'link'] },
  yes: {
    'asked-consent': ['link'],
    'delete-question': ['deletionScheduled'],
    'block-question': ['blocked'],
    'number-question': ['numberChanged'],
  },
  no: {
    known: ['offerDeclined', 'wasYou'],
    'asked-cpf': ['noTaxId'],
    'asked-consent': ['consentDeclined'],
    'delete-question': ['nothingDeleted'],
    'block-question': ['notBlockedThen'],
    'logged-in': ['wasYou', 'notBlockedThen', 'offerDeclined'],
    'number-question': ['numberChangeRefused'],
    'approval-question': ['requestDenied'],
  },
  block: { all: ['blocked'], newcomer: ['nobodyHere'], 'asked-name': ['nobodyHere'] },
  unblock: { all: ['notBlocked', 'askTaxIdToUnblock'] },
  sessions: { all: ['sessions', 'noSessions'] },
  'sign-out-all': { all: ['askEndAll', 'noSessions'] },
  'password-forgot': { all: ['passwordReset'], newcomer: ['accountFirst'] },
  'password-set': { all: ['passwordReset'], newcomer: ['accountFirst'] },
  google: { all: ['googleLink', 'googleLinkedAlready', 'googleNotOffered'] },
  'google-unlink': { all: ['googleUnlink', 'googleNotLinked', 'googleNotOffered'] },
  'number-changed': { all: ['askTaxIdOfOldNumber', 'numberHasAccount'] },
  'lost-phone': { all: ['lostPhone', 'lostPhoneHere'] },
  'claim-cpf': { all: ['askClaimedTaxId', 'claimRecorded'] },
  'data-export': { all: ['data'], newcomer: ['nobodyHere'] },
  'data-delete': {
    all: ['askDeletion'],
    newcomer: ['nothingKept', 'nobodyHere'],
    'asked-cpf': ['nothingKept'],
    'delete-question': ['deletionScheduled'],
  },
  cancel: {
    all: [
      ...['cancelled', 'consentDeclined', 'nothingDeleted', 'nothingEnded', 'notBlockedThen'],
      'offerDeclined',
    ],
    'number-question': ['numberChangeRefused', 'cancelled'],
    'approval-question': ['requestDenied', 'cancelled'],
  },
  'number-choice': { all: ['requestApproved'] },
  'not-me': {
    all: ['askBlock', 'sessions'],
    'logged-in': ['blocked', 'askBlock', 'sessions'],
    'number-question': ['numberChangeRefused'],
    'approval-question': ['requestDenied'],
  },
  greeting: {
    all: ['menu', 'menuAgain', 'greetAgain', 'hello'],
    newcomer: ['welcome'],
    'asked-cpf': ['hello', 'askTaxIdAgain'],
    'asked-name': ['hello', 'askNameAgain'],
    'asked-consent': ['hello', 'askConsent'],
    'approval-question': ['hello', 'requestAgain'],
  },
  thanks: { all: ['thanks'] },
  'business-question': { all: ['business', 'hours', 'noHours'] },
  insult: { all: ['calm', 'calmAccess'] },
  'other-person': { all: ['otherPerson'] },
};

/** Said when nothing was understood, or to go on: nothing has happened then. */
export const HARMLESS: ReadonlySet<string> = new Set([
  ...['howToStart', 'offerHelp', 'menu', 'menuAgain', 'help', 'welcome', 'askTaxId', 'hello'],
  ...['askTaxIdAgain', 'taxIdMissing', 'taxIdWrongLength', 'askNameAgain', 'askConsent'],
  ...['fallSilent', 'requestAgain', 'sessionsAgain', 'nobodyHere', 'askDeletion', 'askBlock'],
  ...['askEndAll', 'taxIdPaused', 'numberChangeNotAsked', 'offer', 'askName', 'humanCalled'],
]);

/** What must not be said to somebody who did not ask for it, because it has happened then. */
export const ACTS: ReadonlySet<string> = new Set([
  ...['blocked', 'blockedForTeam', 'unblocked', 'deletionScheduled', 'deletionCancelled'],
  ...['requestApproved', 'requestWrongNumber', 'numberChanged', 'allEnded', 'sessionEnded'],
  ...['numberWaitConfirmed', 'claimRecorded'],
]);

/** Labels of people who are not to be sent an access. */
export const NO_ACCESS: ReadonlySet<string> = new Set([
  ...['no', 'cancel', 'not-me', 'other-person', 'block', 'data-delete', 'nonsense', 'silent'],
  ...['not-a-name', 'scam-question', 'trap'],
]);
