import type { WISHES as ptBr } from '../pt-br/wishes.js';

/** What somebody may want, as it stands in "do you want …?". */
export const WISHES = {
  access: 'to get a link to log in',
  block: 'to block your account and end every login',
  claim: 'to tell the team that a CPF is yours',
} satisfies typeof ptBr;
