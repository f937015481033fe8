import type { reading as ptBr } from '../pt-br/reading.js';

/** The words around what matters in a message. */
export const reading = {
  everyday: [],
  fillers: ['i', 'want', 'to', 'the', 'my', 'please', 'hi', 'hello'],
  askingHow: ['how'],
  beforeChoice: ['option'],
  aroundNumber: ['it', 's', 'is', 'number', 'screen', 'shows', 'says', 'on'],
  endSession: { before: [], verbs: ['end', 'close'], beforeNumber: ['session', 'number'] },
} satisfies typeof ptBr;
