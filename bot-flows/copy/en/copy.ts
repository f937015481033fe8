import { access } from './access.js';
import { account } from './account.js';
import { entry } from './entry.js';
import { identity } from './identity.js';
import { questions } from './questions.js';
import { reading } from './reading.js';
import { security } from './security.js';
import { talk } from './talk.js';
import { team } from './team.js';

/** The same in English; the Portuguese words are understood in both. */
export const en = {
  phrases: {
    ...talk.phrases,
    ...entry.phrases,
    ...security.phrases,
    ...account.phrases,
    ...team.phrases,
    ...questions.phrases,
  },
  chat: {
    ...talk.texts,
    ...identity.texts,
    ...entry.texts,
    ...security.texts,
    ...account.texts,
    ...team.texts,
    ...questions.texts,
  },
  access,
  reading,
};
