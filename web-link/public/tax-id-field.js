const CPF_LENGTH = 11;
const CNPJ_LENGTH = 14;

/**
 * Writes the punctuation of a CPF, or of a CNPJ when there is more than a CPF has.
 * @param {string} text
 */
function punctuate(text) {
  const plain = text.toUpperCase().replace(/[^\dA-Z]/g, '');
  const isCpf = plain.length <= CPF_LENGTH && !/[A-Z]/.test(plain);
  const groups = isCpf
    ? [plain.slice(0, 3), plain.slice(3, 6), plain.slice(6, 9), plain.slice(9)]
    : [
        plain.slice(0, 2),
        plain.slice(2, 5),
        plain.slice(5, 8),
        plain.slice(8, 12),
        plain.slice(12, CNPJ_LENGTH),
      ];
  const marks = isCpf ? ['.', '.', '-'] : ['.', '.', '/', '-'];
  return groups.reduce((done, group, at) => (group ? done + (marks[at - 1] ?? '') + group : done));
}

/** @param {HTMLInputElement} field */
function maskAsTyped(field) {
  field.addEventListener('input', () => {
    // In the middle of the text the cursor would jump; the server takes any punctuation.
    if (field.selectionEnd === field.value.length) field.value = punctuate(field.value);
  });
}

/**
 * Digits are enough for nearly all people; a CNPJ may have letters since July 2026.
 * @param {HTMLInputElement} field
 * @param {HTMLElement} fullKeyboard
 */
function offerFullKeyboard(field, fullKeyboard) {
  field.inputMode = 'numeric';
  fullKeyboard.hidden = !matchMedia('(pointer: coarse)').matches;
  fullKeyboard.addEventListener('click', () => {
    field.inputMode = 'text';
    fullKeyboard.hidden = true;
    field.focus();
  });
}

/** The field of the page, with what scripts add to it; null where there is none. */
export function taxIdField() {
  const field = document.querySelector('input#tax-id');
  if (!(field instanceof HTMLInputElement)) return null;
  const fullKeyboard = document.querySelector('button#full-keyboard');
  maskAsTyped(field);
  if (fullKeyboard instanceof HTMLElement) offerFullKeyboard(field, fullKeyboard);
  return field;
}
