import type { Outcome } from '#src/app/chat/effects/all-effects.js';
import type { PersonName } from '#src/domain/person-name.js';
import { SAO_PAULO } from '../support/time-zone.js';

const AT = new Date('2026-11-23T17:32:00Z');
const NAME = 'Joana Silva' as PersonName;
const JOANA = {
  ...({ name: NAME, stepUp: null, wait: null, blocked: null, deletionDueAt: null } as const),
  nameDue: false,
};
const PEOPLE = [
  ...[null, JOANA, { ...JOANA, stepUp: 'dormant' as const }],
  ...[
    { ...JOANA, blocked: 'owner' as const },
    { ...JOANA, blocked: 'team' as const },
    { ...JOANA, stepUp: 'new_account' as const },
    { ...JOANA, stepUp: 'new_account' as const, wait: { state: 'waits', opensAt: AT } as const },
    { ...JOANA, nameDue: true },
    { ...JOANA, deletionDueAt: AT },
  ],
];
const SESSION = { n: 1, browser: 'Chrome', system: null, lastSeenAt: AT };
/** What the app answers, a sample for each way to go on. */
export const ANSWERED: readonly Outcome[] = [
  ...PEOPLE.flatMap((person) =>
    (['open', 'closed'] as const).map(
      (registration) => ({ type: 'identified', person, noPhone: null, registration }) as const,
    ),
  ),
  ...(['landline', 'abroad', 'hidden', 'unreadable'] as const).map(
    (noPhone) => ({ type: 'identified', person: null, noPhone, registration: 'open' }) as const,
  ),
  ...(['yours', 'not_yours', 'too_many_tries'] as const).map(
    (outcome) => ({ type: 'taxIdChecked', outcome }) as const,
  ),
  ...(['right', 'not_enough', 'wrong', 'too_many_tries'] as const).map(
    (outcome) => ({ type: 'taxIdProven', outcome }) as const,
  ),
  ...(['alert', 'refused', 'nothing'] as const).map(
    (outcome) => ({ type: 'notMeAnswered', outcome }) as const,
  ),
  ...(['refused', 'nothing_asked'] as const).map(
    (outcome) => ({ type: 'numberChangeRefused', outcome }) as const,
  ),
  ...(['number', 'whatsapp'] as const).map(
    (by) => ({ type: 'numberChangeRecalled', outcome: 'asked', by }) as const,
  ),
  { type: 'numberChangeRecalled', outcome: 'nothing_asked' },
  ...(['number_change', 'still_asked', 'nothing'] as const).map(
    (outcome) => ({ type: 'yesAnswered', outcome }) as const,
  ),
  { type: 'renamed' },
  { type: 'registered', outcome: 'registered' },
  { type: 'registered', outcome: 'refused' },
  ...(['sent', 'too_soon', 'too_many', 'blocked'] as const).map(
    (outcome) => ({ type: 'accessSent', outcome, retryAfterS: 60 }) as const,
  ),
  ...(['sent', 'not_offered', 'contested', 'already_linked'] as const).map(
    (outcome) => ({ type: 'googleLinkSent', outcome }) as const,
  ),
  ...(['sent', 'not_offered', 'not_linked'] as const).map(
    (outcome) => ({ type: 'googleUnlinkSent', outcome }) as const,
  ),
  ...(['sent', 'contested', 'too_soon', 'too_many'] as const).map(
    (outcome) => ({ type: 'passwordResetSent', outcome, retryAfterS: 60 }) as const,
  ),
  { type: 'codeKilled' },
  {
    type: 'requestOpened',
    outcome: 'shown',
    browser: null,
    system: 'Windows',
    askedAt: AT,
    choices: [12, 47, 83],
  },
  { type: 'requestOpened', outcome: 'not_found' },
  { type: 'requestOpened', outcome: 'too_many_tries' },
  ...(['approved', 'wrong_number', 'expired'] as const).map(
    (outcome) => ({ type: 'requestAnswered', outcome }) as const,
  ),
  { type: 'requestDenied' },
  { type: 'sessionsListed', outcome: 'none', sessions: [] },
  { type: 'sessionsListed', outcome: 'some', sessions: [SESSION] },
  { type: 'sessionsEnded', count: 1 },
  { type: 'blocked', outcome: 'by_owner' },
  { type: 'blocked', outcome: 'for_team' },
  { type: 'unblocked' },
  {
    type: 'dataDescribed',
    name: NAME,
    taxIdMasked: '***.982.247-**',
    phones: ['+55 11 *****-1234'],
    since: AT,
    sessions: 1,
    exportUrl: 'https://entrar.exemplo.com.br/dados/7Yt',
  },
  { type: 'deletionScheduled', dueAt: AT },
  { type: 'deletionCancelled' },
  { type: 'numberChangeAsked', outcome: 'asked' },
  { type: 'numberChangeAsked', outcome: 'too_many_tries' },
  { type: 'numberChanged', outcome: 'changed' },
  { type: 'numberChanged', outcome: 'nothing_asked' },
  { type: 'hoursTold', outcome: 'not_configured' },
  {
    ...{ type: 'hoursTold', outcome: 'configured', timeZone: SAO_PAULO },
    days: [{ firstDay: 0, lastDay: 4, from: '09:00', to: '18:00' }],
  },
  { type: 'claimRecorded' },
  { type: 'humanCalled', until: AT, open: true, opens: null },
  { type: 'humanCalled', until: AT, open: false, opens: { at: AT, timeZone: SAO_PAULO } },
];
