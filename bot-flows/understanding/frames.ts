import type { Intent } from './intent.js';
import { OF_ACCOUNT } from './frames/of-account.js';
import { OF_TALK } from './frames/of-talk.js';

/** What counts for more or less than one, unless a rule says otherwise: what went wrong says more than what it went wrong with. */
export const WEIGHTS: Readonly<Record<string, number>> = {
  expired: 1.2,
  error: 1.2,
  white: 1.2,
  spin: 1.2,
  kin: 1.3,
};

/**
 * What has to be said together for an intent, in meanings (words/): `a|b` one of them, `!a` not, `a:2` counts for more. The
 * rule that explains most of a sentence wins, so that the object decides and not the verb: "cancelar" alone stops, with
 * "conta" it deletes, with "pedido" it is not our business. A name after `@` limits a rule to a situation.
 */
export const FRAMES: Readonly<Record<Intent, string>> = { ...OF_ACCOUNT, ...OF_TALK };
