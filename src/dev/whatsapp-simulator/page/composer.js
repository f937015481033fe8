import { element } from './dom.js';

const text = element('text', HTMLTextAreaElement);
const tray = element('tray', HTMLElement);
const trayButton = element('toggle-tray', HTMLButtonElement);
const readyNote = element('ready-note', HTMLElement);

const MOST_LINES = 5;

/** @param {(content: object) => Promise<boolean>} send whether it was taken */
export function setUpComposer(send) {
  async function sendText() {
    const typed = text.value.trim();
    if (!typed) return;
    write('');
    if (!(await send({ text: typed })) && text.value === '') write(typed);
  }
  element('composer', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    void sendText();
  });
  text.addEventListener('input', () => write(text.value));
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void sendText();
  });
  setUpTray((kind) => void send({ kind }));
}

export const focusText = () => text.focus();

/**
 * The text of a link that opened this page: typed already, sent by the person.
 * @param {string} ready
 */
export function typeReady(ready) {
  write(ready);
  readyNote.hidden = ready === '';
}

/** @param {string} typed */
function write(typed) {
  if (text.value !== typed) text.value = typed;
  text.rows = 1;
  while (text.scrollHeight > text.clientHeight && text.rows < MOST_LINES) text.rows += 1;
  if (typed === '') readyNote.hidden = true;
}

/** @param {(kind: string) => void} choose */
function setUpTray(choose) {
  trayButton.addEventListener('click', () => setTray(tray.hidden !== false));
  tray.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    const kind = button?.dataset['kind'];
    if (!kind) return;
    setTray(false);
    text.focus();
    choose(kind);
  });
  tray.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    setTray(false);
    trayButton.focus();
  });
}

/** @param {boolean} open */
function setTray(open) {
  tray.hidden = !open;
  trayButton.setAttribute('aria-expanded', String(open));
}
