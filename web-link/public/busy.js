// Every form shows that it works, and is sent once. Without it the browser's own sign of loading has to do.

/** After this long a page that is still there takes the form again: the answer was a file, or got lost. */
const PATIENCE_MS = 10_000;

addEventListener('submit', (event) => {
  if (event.defaultPrevented || !(event.target instanceof HTMLFormElement)) return;
  const button = event.submitter ?? event.target.querySelector('button[type=submit]');
  if (!(button instanceof HTMLButtonElement)) return;
  button.setAttribute('aria-busy', 'true');
  // Only after the form was read: what is disabled is not sent.
  setTimeout(() => (button.disabled = true));
  // A file that is saved leaves the page where it is, without an event.
  setTimeout(() => free(button), PATIENCE_MS);
});

// Back from the next page, all works again.
addEventListener('pageshow', () => {
  for (const button of document.querySelectorAll('button[aria-busy]')) {
    if (button instanceof HTMLButtonElement) free(button);
  }
});

/** @param {HTMLButtonElement} button */
function free(button) {
  button.removeAttribute('aria-busy');
  button.disabled = false;
}
