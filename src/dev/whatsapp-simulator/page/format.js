const timeFormat = new Intl.DateTimeFormat('pt-BR', { hour: '2-digit', minute: '2-digit' });
const dayFormat = new Intl.DateTimeFormat('pt-BR', { day: 'numeric', month: 'long' });
const DAY_MS = 86_400_000;

/** @param {number} at */
export const timeOf = (at) => timeFormat.format(at);

/**
 * “Hoje”, “Ontem” or the date.
 * @param {number} at
 */
export function dayOf(at) {
  const day = new Date(at).toDateString();
  if (day === new Date().toDateString()) return 'Hoje';
  if (day === new Date(Date.now() - DAY_MS).toDateString()) return 'Ontem';
  return dayFormat.format(at);
}

/**
 * Brazilian numbers as people write them, others with a plus.
 * @param {string} number
 */
export function formatNumber(number) {
  const match = /^55(\d{2})(9?\d{4})(\d{4})$/.exec(number);
  return match ? `+55 ${match[1]} ${match[2]}-${match[3]}` : `+${number}`;
}

/**
 * What was typed, with the country code of Brazil when there is none.
 * @param {string} typed
 */
export function completeNumber(typed) {
  const digits = typed.replace(/\D/g, '');
  const isNational =
    !typed.trim().startsWith('+') && (digits.length === 10 || digits.length === 11);
  return isNational ? `55${digits}` : digits;
}

/** @param {string} name */
export function initials(name) {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}

const HUES = 6;

/**
 * One of six avatar colours, the same for a number every time.
 * @param {string} number
 */
export function hueOf(number) {
  return String([...number].reduce((sum, digit) => sum * 7 + Number(digit), 3) % HUES);
}

/**
 * Text in pieces: links, *bold*, _italic_ and the rest.
 * @param {string} text
 * @returns {{ type: 'text' | 'link' | 'bold' | 'italic', text: string }[]}
 */
export function splitText(text) {
  const pattern =
    /https?:\/\/[^\s<>"']+|(?<![\w*])\*[^\s*](?:[^*\n]*[^\s*])?\*(?![\w*])|(?<!\w)_[^\s_](?:[^_\n]*[^\s_])?_(?!\w)/g;
  /** @type {ReturnType<typeof splitText>} */
  const pieces = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const found = match[0].startsWith('http') ? match[0].replace(/[.,;:!?)\]}]+$/, '') : match[0];
    pieces.push({ type: 'text', text: text.slice(end, match.index) }, toPiece(found));
    end = match.index + found.length;
  }
  pieces.push({ type: 'text', text: text.slice(end) });
  return pieces.filter((piece) => piece.text !== '');
}

/**
 * @param {string} found
 * @returns {{ type: 'text' | 'link' | 'bold' | 'italic', text: string }}
 */
function toPiece(found) {
  if (found.startsWith('*')) return { type: 'bold', text: found.slice(1, -1) };
  if (found.startsWith('_')) return { type: 'italic', text: found.slice(1, -1) };
  return { type: URL.canParse(found) ? 'link' : 'text', text: found };
}
