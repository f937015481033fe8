/**
 * What the login page typed, for the code page of the same tab: it stays in the tab, is dropped as
 * soon as the person is in, and lets "ask for another code" work without typing the CPF again.
 */
const NAME = 'zl:asked';

/** @param {{ taxId: string, askedAt: number }} note `askedAt` in milliseconds since 1970 */
export function keepNote(note) {
  sessionStorage.setItem(NAME, JSON.stringify(note));
}

/** @returns {{ taxId: string, askedAt: number } | null} */
export function readNote() {
  const text = sessionStorage.getItem(NAME);
  return text === null ? null : JSON.parse(text);
}

export function dropNote() {
  sessionStorage.removeItem(NAME);
}
