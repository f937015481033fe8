import { access } from './access.js';
import { account } from './account.js';
import { entry } from './entry.js';
import { identity } from './identity.js';
import { questions } from './questions.js';
import { reading } from './reading.js';
import { security } from './security.js';
import { talk } from './talk.js';
import { team } from './team.js';

/**
 * What the bot says and understands in Portuguese. Its type is what every other language has to bring.
 *
 * - `phrases`: what a person writes for each command, without accents and in small letters. A typing error is forgiven in
 *   a word behind `~`; never in a yes or no: they agree to things, and a guess is no consent. A word behind `!` is as near
 *   as such an error and means something else.
 * - `chat`: what the dialogue says. Each text is at most 300 characters with its longest parameters and holds at most one
 *   question; none repeats a full CPF or carries a link beside a code. Capitals mark words that may be typed.
 * - `access`: what the application says by itself, and the messages that carry a link or a code.
 * - `reading`: the words around what matters in a message.
 */
export const ptBr = {
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
