import { taxIdField } from './tax-id-field.js';
import { dropNote, keepNote } from './tax-id-note.js';

dropNote();
const form = document.querySelector('form#login');
const field = taxIdField();
if (form instanceof HTMLFormElement && field !== null) {
  form.addEventListener('submit', () => {
    keepNote({ taxId: field.value, askedAt: Date.now() });
  });
}
