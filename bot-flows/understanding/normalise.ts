import { plainText } from '#src/domain/plain-text.js';
import { SHORT_FORMS } from './words/pt-br-spelling.js';

/** UTF-16 units that are read; what somebody wants stands in far fewer. */
const LONGEST_TEXT = 600;

/** What somebody wrote, as far as the words of it matter. */
export interface Said {
  /** Small letters without accents; short forms are spelt out, stretched letters drawn together. */
  readonly words: readonly string[];
  /** The same words as they were written, for languages that share a short form. */
  readonly written: readonly string[];
  /** The words in one line, a comma or the end of a sentence kept as ` , `. */
  readonly line: string;
  readonly asks: boolean;
  /** The last sentence of it is the question. */
  readonly endsAsking: boolean;
}

/** "Num tenho" is a no, "num golpe" is none. */
const NUM_IS_NO =
  /\bnum (?=(?:tenho|tem|quero|sei|consigo|consegui|recebi|chegou|veio|da|deu|vou|vai|abre|abriu|foi|fui|era|e|eh|ta|esta|to|funciona|funcionou|entra|lembro|entendi|posso|aceita|pedi|precisa|preciso|bloqueia|bloqueie|apaga|apague|manda|conheco|gosto|passo|dou)\b)/g;

/** What was read last: several readers look at the same message one after the other. */
let last: { readonly text: string; readonly said: Said } | null = null;

/** Reads the words out of a message, whatever its case, accents, emoji and punctuation. */
export function normalise(text: string): Said {
  if (last?.text !== text) last = { text, said: read(text) };
  return last.said;
}

function read(text: string): Said {
  const plain = plainText(text.slice(0, LONGEST_TEXT));
  const lower = plain
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(NUM_IS_NO, 'nao ');
  const pieces = lower.split(/([^\p{L}\p{N}]+)/u);
  const words: string[] = [];
  const written: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (piece === '') continue;
    if (!/[\p{L}\p{N}]/u.test(piece)) {
      line += /[,.;!?\n]/.test(piece) ? ' , ' : ' ';
      continue;
    }
    written.push(piece);
    const word = spelt(piece);
    words.push(...word.split(' '));
    line += word;
  }
  const asks = plain.includes('?');
  return {
    words,
    written,
    line: ` ${line.trim()} `,
    asks,
    endsAsking: /\?[^\p{L}\p{N}]*$/u.test(plain),
  };
}

function spelt(word: string): string {
  const drawn = word.replace(/(\p{L})\1{2,}/gu, '$1');
  return Object.hasOwn(SHORT_FORMS, drawn) ? (SHORT_FORMS[drawn] ?? drawn) : drawn;
}
