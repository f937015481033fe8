/** Fewer digits in a row are said in passing. */
const SHORTEST = 8;

const UNITS: Readonly<Record<string, number>> = {
  ...{ zero: 0, um: 1, uma: 1, dois: 2, duas: 2, tres: 3, quatro: 4, cinco: 5, seis: 6, meia: 6 },
  ...{ sete: 7, oito: 8, nove: 9 },
};
const TEENS: Readonly<Record<string, number>> = {
  ...{ dez: 10, onze: 11, doze: 12, treze: 13, quatorze: 14, catorze: 14, quinze: 15 },
  ...{ dezesseis: 16, dezasseis: 16, dezessete: 17, dezassete: 17, dezoito: 18, dezenove: 19 },
};
const TENS: Readonly<Record<string, number>> = {
  ...{ vinte: 20, trinta: 30, quarenta: 40, cinquenta: 50, sessenta: 60, setenta: 70 },
  ...{ oitenta: 80, noventa: 90 },
};
const HUNDREDS: Readonly<Record<string, number>> = {
  ...{ cem: 100, cento: 100, duzentos: 200, trezentos: 300, quatrocentos: 400, quinhentos: 500 },
  ...{ seiscentos: 600, setecentos: 700, oitocentos: 800, novecentos: 900 },
};
/** Said between the parts of a number. */
const BETWEEN = new Set(['ponto', 'traco', 'tracinho', 'hifen', 'virgula', 'barra', 'dot', 'dash']);
const WORD = /[\p{L}]+|\d+/gu;

interface Piece {
  readonly digits: string;
  readonly end: number;
}

function plain(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

/** The text with each long row of spoken digits in digits: "cinco dois nove …", "quinhentos e vinte e nove, …". */
export function withDigits(text: string): string {
  const words = Array.from(text.slice(0, 1_000).matchAll(WORD), (match) => ({
    word: plain(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  let at = 0;
  while (at < words.length) {
    const row = readRow(words, at);
    if (row !== null && row.digits.length >= SHORTEST) {
      const start = words[at]?.start ?? 0;
      const end = words[row.end - 1]?.end ?? start;
      return `${text.slice(0, start)}${row.digits}${text.slice(end)}`;
    }
    at += 1;
  }
  return text;
}

/** A number below a hundred that is all of a text's numbers, "quarenta e sete", and the words around it. */
export function readSpoken(
  words: readonly string[],
): { readonly number: number; readonly around: readonly string[] } | null {
  const found = words.flatMap((word, at) => {
    const isTen = Object.hasOwn(TENS, word) || Object.hasOwn(TEENS, word);
    const piece = isTen ? readPiece(words, at) : null;
    if (piece === null) return [];
    const around = [...words.slice(0, at), ...words.slice(piece.end)];
    return [{ number: Number(piece.digits), around }];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

function readRow(words: readonly { readonly word: string }[], from: number): Piece | null {
  const row = words.map(({ word }) => word);
  let digits = '';
  let at = from;
  while (at < row.length) {
    const word = row[at] ?? '';
    const piece = /^\d+$/.test(word) ? { digits: word, end: at + 1 } : readPiece(row, at);
    if (piece !== null) {
      digits += piece.digits;
      at = piece.end;
    } else if (digits !== '' && (BETWEEN.has(word) || word === 'e')) at += 1;
    else break;
  }
  // Digits alone are read elsewhere, with their punctuation.
  const isSpoken = row
    .slice(from, at)
    .some((word) => !/^\d+$/.test(word) && word !== 'e' && !BETWEEN.has(word));
  return digits === '' || !isSpoken ? null : { digits, end: at };
}

/** One number from one to three digits: "quinhentos e vinte e nove", "vinte e cinco", "sete". */
function readPiece(words: readonly string[], at: number): Piece | null {
  const word = words[at] ?? '';
  const after = (end: number): string => (words[end] === 'e' ? (words[end + 1] ?? '') : '');
  if (Object.hasOwn(HUNDREDS, word)) {
    const hundred = HUNDREDS[word] ?? 0;
    const next = after(at + 1);
    if (next in TENS || next in TEENS) {
      const rest = readPiece(words, at + 2);
      if (rest !== null) return { digits: String(hundred + Number(rest.digits)), end: rest.end };
    }
    if (next in UNITS) return { digits: String(hundred + (UNITS[next] ?? 0)), end: at + 3 };
    return { digits: String(hundred), end: at + 1 };
  }
  if (Object.hasOwn(TENS, word)) {
    const next = after(at + 1);
    const unit = UNITS[next];
    if (unit !== undefined && unit > 0)
      return { digits: String((TENS[word] ?? 0) + unit), end: at + 3 };
    return { digits: String(TENS[word]), end: at + 1 };
  }
  if (Object.hasOwn(TEENS, word)) return { digits: String(TEENS[word]), end: at + 1 };
  return Object.hasOwn(UNITS, word) ? { digits: String(UNITS[word]), end: at + 1 } : null;
}
