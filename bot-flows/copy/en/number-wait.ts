import type { NumberWaitView } from '#src/app/ports/dialogue.js';
import type { numberWaitTexts as ptBr } from '../pt-br/number-wait.js';
import type { SayTime } from '../say-time.js';

/** Why the number alone opens nothing: the first half of the question for the CPF. */
export const WHY_PROOF = {
  new_account: 'This number belongs to an account, but on another WhatsApp',
  identity_changed: 'It seems that the WhatsApp of this number moved to another phone',
  dormant: 'You have not been here for a long time',
} as const;

const NEW_WHATSAPP = 'This WhatsApp is new to this account, and the CPF alone is not enough.';

function waitFor(wait: NumberWaitView, times: SayTime): string {
  switch (wait.state) {
    case 'waits':
      return `If you still use the old WhatsApp, reply SWITCH there. If not, wait: unless somebody uses the account or says no by ${times.dayAndTime(wait.opensAt)}, I let you in. After that, write LOGIN.`;
    case 'proof':
      return 'Log in on the site with a password or Google and confirm it under My account, or reply SWITCH on the old WhatsApp. If you have none of these, write THIS CPF IS MINE.';
    case 'unconfirmed':
      return 'I could not confirm yet that the account is yours: somebody is using it. If that is you, confirm it on the site, under My account, or reply SWITCH on the old WhatsApp. If not, write THIS CPF IS MINE, and the team looks at it.';
    case 'crowded':
      return 'Other WhatsApps asked for this account this week, so I opened no further request. Write THIS CPF IS MINE, and the team looks at it, or try again in a few days.';
    case 'team':
      return 'Reply SWITCH on the old WhatsApp. If you no longer have it, write THIS CPF IS MINE, and the team looks at it.';
    case 'refused':
      return 'Whoever uses the account said no. If it is yours, write THIS CPF IS MINE, and the team looks at it.';
  }
}

/** To a WhatsApp account that named the CPF of an account it is new to. */
export function numberWaits({
  wait,
  times,
}: {
  readonly wait: NumberWaitView;
  readonly times: SayTime;
}): string {
  return `${NEW_WHATSAPP} ${waitFor(wait, times)}`;
}

/** What the WhatsApp that is known, and the one that waits, are told. */
export const numberWaitTexts = {
  numberWaitAsked: ({ opensAt, times }) =>
    `Another WhatsApp with this same number wants to open your account. If it was you, reply SWITCH. If not, reply NO.${opensAt === null ? '' : ` Without an answer, and with nobody using the account, it gets in at ${times.dayAndTime(opensAt)}.`}`,
  numberWaitConfirmed: () =>
    'Done: the other WhatsApp with this number opens your account now. This one opens nothing any more.',
  numberWaitAccepted: () => 'Done, this WhatsApp opens your account. To log in, write LOGIN.',
} satisfies typeof ptBr;
