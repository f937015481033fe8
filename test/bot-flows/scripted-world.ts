import type { Outcome } from '#src/app/chat/effects/all-effects.js';
import type { NumberWaitView } from '#src/app/ports/dialogue.js';
import type { PersonName } from '#src/domain/person-name.js';
import { maskPhone, type NoPhone, type Phone } from '#src/domain/phone.js';
import type { TaxId } from '#src/domain/tax-id.js';
import type { LocalMoment } from '#src/domain/time-zone.js';
import type { WaitingPage } from './scripted-requests.js';
import { newOtherWays, type OtherWays } from './scripted-ways.js';

/** What is true outside of the conversation; a transcript sets it. */
export interface World extends OtherWays, WaitingPage {
  person: PersonName | null;
  /** Why the number opens nothing; null: it may. */
  noPhone: NoPhone | null;
  registration: 'open' | 'closed';
  /** Tax ids, without punctuation, that open something from this number. */
  readonly taxIds: Set<string>;
  tooManyTaxIds: boolean;
  refuses: boolean;
  access: Omit<Extract<Outcome, { type: 'accessSent' }>, 'type'>;
  stepUp: 'new_account' | 'identity_changed' | 'dormant' | null;
  /** What a right CPF from another WhatsApp account waits for, and whether it does already. */
  newAccountWaits: NumberWaitView;
  waits: boolean;
  blocked: 'owner' | 'team' | null;
  nameDue: boolean;
  alerted: boolean;
  deletionDueAt: Date | null;
  sessions: { browser: string | null; system: string | null }[];
  numberChangeAsked: boolean;
  noticed: boolean;
  /** Another WhatsApp account on the number waits for a yes of this chat. */
  anotherWaits: boolean;
  team: { open: boolean; opens: LocalMoment | null };
  hours: Extract<Outcome, { type: 'hoursTold' }>;
}

export const NOW = new Date('2026-11-23T17:32:00Z');
/** When a wait for another WhatsApp account ends that began a few seconds ago. */
export const TOMORROW = new Date('2026-11-24T17:32:00Z');
/** When what was asked to be deleted today is. */
export const IN_A_WEEK = new Date('2026-11-30T17:32:00Z');
/** The CPF of the person. */
export const TAX_ID = '52998224725' as TaxId;
/** The number that wants to take the place of the person's. */
export const NEW_PHONE_MASKED = maskPhone('+5511987654321' as Phone);

export function newWorld(): World {
  return {
    person: null,
    noPhone: null,
    registration: 'closed',
    taxIds: new Set(),
    tooManyTaxIds: false,
    refuses: false,
    access: { outcome: 'sent', retryAfterS: 0 },
    ...newOtherWays(),
    stepUp: null,
    newAccountWaits: { state: 'waits', opensAt: TOMORROW },
    waits: false,
    blocked: null,
    nameDue: false,
    alerted: false,
    noticed: false,
    deletionDueAt: null,
    request: null,
    requestExpires: false,
    tooManyRequests: false,
    sessions: [],
    numberChangeAsked: false,
    anotherWaits: false,
    team: { open: true, opens: null },
    hours: { type: 'hoursTold', outcome: 'not_configured' },
  };
}
