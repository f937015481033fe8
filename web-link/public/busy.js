// Every form shows that it works, and is sent once. Without it the browser's own sign of loading has to do.

addEventListener('submit', (event) => {
  if (event.defaultPrevented || !(event.target instanceof HTMLFormElement)) return;
  const button = event.submitter ?? event.target.querySelector('button[type=submit]');
  if (!(button instanceof HTMLButtonElement)) return;
  button.setAttribute('aria-busy', 'true');
  // Only after the form was read: what is disabled is not sent.
  setTimeout(() => (button.disabled = true));
});

// Back from the next page, all works again. A file that is taken away leaves the page where it is.
addEventListener('pageshow', () => {
  for (const button of document.querySelectorAll('button[aria-busy]')) {
    if (!(button instanceof HTMLButtonElement)) continue;
    button.removeAttribute('aria-busy');
    button.disabled = false;
  }
});
