/** What the bot waits for, as far as it changes what a sentence means. */
export type Situation =
  /** Nothing. */
  | 'rest'
  /** Nothing, and link and code were just sent. */
  | 'afterAccess'
  | 'menu'
  /** A CPF or CNPJ. */
  | 'taxId'
  | 'name'
  /** A yes or a no to keeping the data of a new person. */
  | 'consent'
  /** A yes or a no to what would be lost, locked or ended. */
  | 'deletion'
  | 'block'
  | 'endAll'
  /** A yes or a no to keeping an account that is marked for deletion. */
  | 'keep'
  /** A yes or a no to whether something was understood. */
  | 'confirm'
  /** Nothing, and the account was just marked for deletion. */
  | 'leaving'
  /** The number on the screen of a page. */
  | 'number'
  /** A line of the list of open sessions. */
  | 'list'
  /** Which of several CPFs or CNPJs is theirs. */
  | 'choosing';

/** By the state of the charts; every other state is at rest. */
const BY_STATE: Readonly<Record<string, Situation>> = {
  'resting.accessSent': 'afterAccess',
  menu: 'menu',
  'taxId.asking': 'taxId',
  'proof.asking': 'taxId',
  'claim.asking': 'taxId',
  'numberChange.asking': 'taxId',
  'taxId.choosing': 'choosing',
  'taxId.confirming': 'confirm',
  'resting.leaving': 'leaving',
  'registration.name': 'name',
  'ownName.asking': 'name',
  'registration.consent': 'consent',
  'data.confirmingDeletion': 'deletion',
  'data.confirmingKeep': 'keep',
  'block.confirming': 'block',
  'sessions.confirmingAll': 'endAll',
  'sessions.listed': 'list',
  'request.shown': 'number',
  offering: 'confirm',
};

/** @param wish what is asked back about, where it is */
export function situationOf(state: string, wish: string): Situation {
  // "Você quer bloquear?" is as grave as the question that an alarm leads to.
  if (state === 'offering' && wish === 'block') return 'block';
  return BY_STATE[state] ?? 'rest';
}
