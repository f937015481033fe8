import { whenSignedInElsewhere } from './signed-in.js';
import { readNote } from './tax-id-note.js';

const CODE_LENGTH = 6;

/**
 * Goes on by itself once the sixth digit is there, typed or pasted.
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} field
 */
function submitWhenWhole(form, field) {
  field.focus();
  field.addEventListener('input', () => {
    if (field.readOnly) return;
    const digits = field.value.replace(/\D/g, '');
    if (digits.length !== CODE_LENGTH) return;
    field.value = digits;
    form.requestSubmit();
  });
  // A second tap or key would spend another try; back from the next page, all works again.
  const button = form.querySelector('button');
  /** @param {boolean} underWay */
  const freeze = (underWay) => {
    field.readOnly = underWay;
    if (button) button.disabled = underWay;
  };
  form.addEventListener('submit', () => freeze(true));
  addEventListener('pageshow', () => freeze(false));
}

/**
 * Counts down to the moment at which another code may be asked for.
 * @param {HTMLFormElement} form
 * @param {{ taxId: string, askedAt: number }} note
 */
function offerResend(form, note) {
  const taxId = form.querySelector('input[name=taxId]');
  const button = form.querySelector('button');
  const wait = form.querySelector('#resend-wait');
  const plain = document.querySelector('#resend-plain');
  if (!(taxId instanceof HTMLInputElement) || !(wait instanceof HTMLElement) || !button) return;
  taxId.value = note.taxId;
  const afterMs = Number(form.dataset['wait']) * 1000;
  form.hidden = false;
  if (plain instanceof HTMLElement) plain.hidden = true;

  const tick = () => {
    const left = Math.ceil((note.askedAt + afterMs - Date.now()) / 1000);
    wait.hidden = left <= 0;
    button.hidden = left > 0;
    wait.textContent = (wait.dataset['text'] ?? '').replace('{seconds}', String(left));
    if (left > 0) setTimeout(tick, 1000);
  };
  tick();
}

// A page that waits for a code leads on by itself for who is signed in.
whenSignedInElsewhere(() => location.reload());

const form = document.querySelector('form#code-form');
const field = document.querySelector('input#code');
if (form instanceof HTMLFormElement && field instanceof HTMLInputElement) {
  submitWhenWhole(form, field);
}
const resend = document.querySelector('form#resend');
const note = readNote();
if (resend instanceof HTMLFormElement && note) offerResend(resend, note);
