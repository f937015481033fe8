import { createAccessCopy } from '#bot-flows/copy/access-copy.js';
import { CHALLENGE_PURPOSES } from '#src/domain/challenge.js';
import type { Copy } from '#bot-flows/copy/catalogue.js';
import type { MediaGroup } from '#bot-flows/copy/parameters.js';
import { createSayTime } from '#bot-flows/copy/say-time.js';
import type { PersonName } from '#src/domain/person-name.js';
import { SAO_PAULO } from '../support/time-zone.js';

const GROUPS: readonly MediaGroup[] = [
  ...(['audio', 'picture', 'sticker', 'document'] as const),
  ...(['location', 'contact', 'unsupported'] as const),
];
/** The longest an address of ours may be: a host of 48, `/l/` and 256 bits in base64url. */
const LONGEST_URL = `https://${'a'.repeat(48)}/l/${'b'.repeat(43)}`;
const NAME = 'Wanderley Aparecido dos Santos' as PersonName;
const GREETINGS = ['known', 'registered', 'again'] as const;

export const AT = new Date('2026-11-23T17:32:00Z');
/** The longest names of the closed lists. */
const DEVICE = { browser: 'Samsung Internet', system: 'Chrome OS' };
const DEVICES = [DEVICE, { ...DEVICE, browser: null }, { browser: null, system: null }] as const;
const PHONE = '+55 11 *****-1234';
const TIMES = createSayTime(SAO_PAULO);
const TIMED = { times: TIMES };
/** As long as the configuration allows (src/config/environment.ts). */
const LONGEST_BRAND = { name: 'L'.repeat(40), site: 's'.repeat(52), contact: 'c'.repeat(60) };
/** Those with the longest names, of Brazil and of all. */
const LONGEST_ZONES = ['America/Noronha', 'Indian/Kerguelen'];
const DATED = new Set([
  'hours',
  'humanCalled',
  'sessions',
  'requestShown',
  'askProof',
  'noPhone',
  'numberWaits',
  'media',
]);

/** Every text of a language, with the longest parameters it can get. */
export function textsOf({ chat }: Copy): [string, string][] {
  const longest = {
    name: 'W•••',
    privacyUrl: `https://${'a'.repeat(90)}`,
    exportUrl: LONGEST_URL,
    kind: 'cnpj',
    masked: '••.222.333/00••-••',
    several: Array.from({ length: 3 }, () => '••.222.333/00••-••'),
    taxIdMasked: '••.222.333/00••-••',
    phones: Array.from({ length: 5 }, () => PHONE.replaceAll('*', '•')),
    since: AT,
    dueAt: AT,
    times: TIMES,
    sessions: [],
    count: 2,
    choices: [12, 47, 83],
    seconds: 86_400,
    deletionDays: 7,
    linkMinutes: 15,
    codeMinutes: 10,
    brand: LONGEST_BRAND,
    wish: 'block',
  } as const;
  const medias = GROUPS.map((group): [string, string] => [`media ${group}`, chat.media({ group })]);
  const waits = [0, 1, 89, 90, 5_399, 5_400].flatMap((seconds): [string, string][] => [
    [`accessTooSoon ${seconds}`, chat.accessTooSoon({ seconds })],
    [`accessTooMany ${seconds}`, chat.accessTooMany({ seconds })],
    [`resetTooSoon ${seconds}`, chat.resetTooSoon({ seconds })],
    [`resetTooMany ${seconds}`, chat.resetTooMany({ seconds })],
  ]);
  const counts = [0, 1, 20].flatMap((count): [string, string][] => [
    [`sessionEnded ${count}`, chat.sessionEnded({ count })],
    [`allEnded ${count}`, chat.allEnded({ count })],
  ]);
  const devices = DEVICES.flatMap((device): [string, string][] => [
    [
      'requestShown',
      chat.requestShown({ ...TIMED, ...device, askedAt: AT, choices: [10, 47, 99] }),
    ],
    ['sessions', chat.sessions({ ...TIMED, sessions: listOf(device, 40) })],
    ['sessions, one', chat.sessions({ ...TIMED, sessions: listOf(device, 1) })],
  ]);
  const teams = [
    { open: true, opens: null },
    { open: false, opens: null },
    { open: false, opens: { at: AT, timeZone: SAO_PAULO } },
    ...LONGEST_ZONES.map((timeZone) => ({ open: false, opens: { at: AT, timeZone } })),
  ].map((team): [string, string] => [
    'humanCalled',
    chat.humanCalled({ ...TIMED, until: AT, ...team }),
  ]);
  const week = [0, 1, 2, 3, 4, 5, 6].map((day) => ({
    ...{ firstDay: day, lastDay: day, from: '09:00', to: '18:00' },
  }));
  const hours = [SAO_PAULO, ...LONGEST_ZONES].flatMap((timeZone): [string, string][] => [
    [
      'hours',
      chat.hours({ timeZone, days: [{ firstDay: 0, lastDay: 4, from: '09:00', to: '18:00' }] }),
    ],
    [
      'hours',
      chat.hours({
        timeZone,
        days: [...week, ...week].map((day) => ({ ...day, firstDay: 2, lastDay: 6 })),
      }),
    ],
    ['hours', chat.hours({ timeZone, days: week })],
  ]);
  const proofs = (['dormant', 'identity_changed', 'new_account'] as const).map(
    (reason): [string, string] => [`askProof ${reason}`, chat.askProof({ reason })],
  );
  const states = [
    { state: 'waits', opensAt: AT } as const,
    ...(['proof', 'unconfirmed', 'crowded', 'team', 'refused'] as const).map((state) => ({
      state,
    })),
  ].map((wait): [string, string] => [
    `numberWaits ${wait.state}`,
    chat.numberWaits({ ...TIMED, wait }),
  ]);
  const others = Object.entries(chat)
    .filter(([key]) => !DATED.has(key))
    .map(([key, write]): [string, string] => [
      key,
      (write as (p: typeof longest) => string)(longest),
    ]);
  const numbers = (['landline', 'abroad', 'hidden', 'unreadable'] as const).map(
    (reason): [string, string] => [`noPhone ${reason}`, chat.noPhone({ reason })],
  );
  return [
    ...others,
    ...numbers,
    ...medias,
    ...waits,
    ...counts,
    ...devices,
    ...teams,
    ...hours,
    ...proofs,
    ...states,
  ];
}

function listOf(device: (typeof DEVICES)[number], length: number) {
  return Array.from({ length }, (_, index) => ({ ...device, n: index + 1, lastSeenAt: AT }));
}

/** Every text that the application says by itself, the same way. */
export function accessTextsOf(copy: Copy): [string, string][] {
  const access = createAccessCopy({ copy, timeZone: SAO_PAULO });
  return [
    ...GREETINGS.map((greeting): [string, string] => [
      `link ${greeting}`,
      access.link({ greeting, name: NAME, url: LONGEST_URL }),
    ]),
    ...GREETINGS.map((greeting): [string, string] => [
      `linkOnly ${greeting}`,
      access.linkOnly({ greeting, name: NAME, url: LONGEST_URL }),
    ]),
    ...DEVICES.map((device): [string, string] => [
      'signedIn',
      access.signedIn({ ...device, at: AT }),
    ]),
    ['code', access.code('482913')],
    ...CHALLENGE_PURPOSES.map((purpose): [string, string] => [
      'pageCode',
      access.pageCode({ purpose }),
    ]),
    ['linkGoogle', access.googleLink({ url: LONGEST_URL.replace('/l/', '/google/chat/') })],
    ['linkGoogleAway', access.googleUnlink({ url: LONGEST_URL })],
    ['linkPassword', access.passwordReset({ url: LONGEST_URL.replace('/l/', '/password/reset/') })],
    ['numberChangeAsked', access.numberChangeAsked({ newPhoneMasked: PHONE })],
    ['numberChanged', access.numberChanged({ newPhoneMasked: PHONE })],
    ['numberWaitAsked', access.numberWaitAsked({ opensAt: null })],
    ['numberWaitAsked with time', access.numberWaitAsked({ opensAt: AT })],
    ['numberWaitConfirmed', access.numberWaitConfirmed()],
    ['numberWaitAccepted', access.numberWaitAccepted()],
    ['claimUpheld', access.claimUpheld()],
    ['claimRejected', access.claimRejected()],
    ['claimLost', access.claimLost()],
    ['deleted', access.deleted()],
    ['botIsBack', access.botIsBack()],
    ['requestText', access.requestText('K7QM2XWD')],
    ['trouble', access.trouble()],
  ];
}
