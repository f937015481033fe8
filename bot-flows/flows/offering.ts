import { chose, say, sayWith, wants } from '../chart/answers.js';
import { chat } from '../chart/chart-setup.js';
import { isWish } from '../copy/wish.js';
import { required } from '../reading/required.js';

const askWish = sayWith(({ context }) => ({
  key: 'offer',
  with: { wish: required(isWish(context.intent) ? context.intent : null, 'the wish to offer') },
}));
const accept = { target: '#identifying', actions: 'goOn' } as const;
/** Whose number this is does not matter: somebody else may have the CPF. */
const acceptClaim = {
  target: '#askingClaimedTaxId',
  actions: ['startOver', say('askClaimedTaxId')],
} as const;
const decline = { target: '#idle', actions: ['startOver', say('offerDeclined')] } as const;

/** "Você quer …?": what may have been meant, and is not done on a guess. */
export const offering = chat.createStateConfig({
  id: 'offering',
  tags: 'holdsWish',
  entry: askWish,
  on: {
    askedAgain: { actions: askWish },
    yes: [{ guard: wants('claim'), ...acceptClaim }, accept],
    no: decline,
    choice: [
      { guard: 'choseClaim', ...acceptClaim },
      { guard: chose(1), ...accept },
      { guard: chose(2), ...decline },
    ],
  },
});
