import { plainText } from '#src/domain/plain-text.js';
import { wordsOf } from './read-command.js';

/** UTF-16 units that are read. */
const LONGEST_TEXT = 500;

/** Words and phrases said at somebody, without accents; none of them is a name. */
const INSULTS: readonly string[] = [
  ...['idiota', 'imbecil', 'otario', 'otaria', 'babaca', 'arrombado', 'desgracado', 'desgraca'],
  ...['fdp', 'filho da puta', 'filha da puta', 'vai se foder', 'vai se fuder', 'vsf', 'foda se'],
  ...['vai tomar no cu', 'vtnc', 'vai a merda', 'cuzao', 'bosta', 'seu lixo', 'retardado'],
  ...['fuck you', 'fuck off', 'asshole', 'stupid bot', 'idiot', 'piece of shit'],
];

/** Whether a text abuses whoever reads it. It is a short list: what it misses is simply not understood. */
export function readsAsInsult(text: string): boolean {
  const said = ` ${wordsOf(plainText(text.slice(0, LONGEST_TEXT))).join(' ')} `;
  return INSULTS.some((insult) => said.includes(` ${insult} `));
}
