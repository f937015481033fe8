/** A stretch of text that could be a tax id: what it spells without punctuation, and its position (UTF-16 units). */
export interface TaxIdCandidate {
  readonly characters: string;
  readonly start: number;
  readonly end: number;
}

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const LONGEST_GAP = 4;
const ONLY_SEPARATORS = /^[\s.,/_-]+$/;

/** How people group the numbers; a longer row of digits is searched for these only, so that few pass by accident. */
const DIGIT_GROUPINGS = [[11], [9, 2], [3, 3, 3, 2], [14], [12, 2], [8, 4, 2], [2, 3, 3, 4, 2]];
const CNPJ_GROUPINGS = [[14], [12, 2], [8, 4, 2], [2, 3, 3, 4, 2]];

/**
 * Rows of digits that read as 11 or 14 together, whatever the grouping, or hold a usual grouping. Letters end a row,
 * so `cpf52998224725ok` has one. Takes plain text (see plain-text.ts). At most one candidate for each digit and
 * grouping: linear in the input.
 */
export function digitCandidates(text: string): TaxIdCandidate[] {
  return rowsOfDigits(text).flatMap((row) => {
    const whole = joined(row);
    if (whole.characters.length === 11 || whole.characters.length === 14) {
      return [whole, ...grouped(row, DIGIT_GROUPINGS).filter((part) => !sameSpan(part, whole))];
    }
    return grouped(row, DIGIT_GROUPINGS);
  });
}

/** Stretches that look like a CNPJ with at least one letter (IN RFB 2.229/2024), in a usual grouping. */
export function letteredCnpjCandidates(text: string): TaxIdCandidate[] {
  const words = piecesOf(text, /[\p{L}\p{N}]+/gu).map(withoutGluedLabel);
  return rowsOf(text, words)
    .flatMap((row) => grouped(row, CNPJ_GROUPINGS))
    .filter(
      ({ characters }) => /^[\dA-Z]{12}\d{2}$/i.test(characters) && /[A-Z]/i.test(characters),
    );
}

/** Rows of digit groups with nothing but short separators between them. */
export function rowsOfDigits(text: string): Piece[][] {
  return rowsOf(text, piecesOf(text, /\d+/g));
}

function piecesOf(text: string, pattern: RegExp): Piece[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * `CNPJ12.ABC…` loses the label, which no grouping could hold, and `CPF` glued to 11 digits is a CPF: as a whole it
 * would read as a CNPJ that is valid one time in a hundred.
 */
function withoutGluedLabel(piece: Piece): Piece {
  const label = /^(?:CNPJ(?=.{2}$|.{14}$)|CPF(?=\d{11}$))/i.exec(piece.text)?.[0] ?? '';
  return { ...piece, text: piece.text.slice(label.length), start: piece.start + label.length };
}

function rowsOf(text: string, pieces: Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  let row: Piece[] = [];
  for (const piece of pieces) {
    const before = row.at(-1);
    if (before && !isGap(text, before.end, piece.start)) {
      rows.push(row);
      row = [];
    }
    row.push(piece);
  }
  return row.length > 0 ? [...rows, row] : rows;
}

function isGap(text: string, start: number, end: number): boolean {
  return end - start <= LONGEST_GAP && ONLY_SEPARATORS.test(text.slice(start, end));
}

function grouped(row: Piece[], groupings: number[][]): TaxIdCandidate[] {
  return row.flatMap((_, index) =>
    groupings
      .filter((sizes) => sizes.every((size, offset) => row[index + offset]?.text.length === size))
      .map((sizes) => joined(row.slice(index, index + sizes.length))),
  );
}

function joined(pieces: Piece[]): TaxIdCandidate {
  return {
    characters: pieces.map((piece) => piece.text).join(''),
    start: pieces[0]?.start ?? 0,
    end: pieces.at(-1)?.end ?? 0,
  };
}

function sameSpan(one: TaxIdCandidate, other: TaxIdCandidate): boolean {
  return one.start === other.start && one.end === other.end;
}
