// Follows a login request and signs in once it is approved. Without it the page works by its button.

import { announceSignedIn, whenSignedInElsewhere } from './signed-in.js';

const RETRY_MS = 5000;
/** The person went to WhatsApp from here. */
let isSent = false;
/** Open, and what the person does in WhatsApp still counts. */
const WAITING = ['open', 'steps'];

/** @param {string} name @returns {HTMLElement | null} */
const part = (name) => document.querySelector(`[data-part="${name}"]`);

/** @param {string} name @param {boolean} shown */
function toggle(name, shown) {
  const element = part(name);
  if (element !== null) element.hidden = !shown;
}

/** How many of the three steps are behind the person: gone to WhatsApp, asked there, approved there. */
const DONE = { pending: 0, sent: 1, asked: 2, approved: 3 };

/** @param {'pending' | 'sent' | 'asked' | 'approved' | 'offline' | 'replaced'} state */
function say(state) {
  const field = document.querySelector('[data-field="live"]');
  if (!(field instanceof HTMLElement)) return;
  const text = field.dataset[state] ?? '';
  // Same text again would be announced again.
  if (field.textContent !== text) field.textContent = text;
  const live = part('live');
  if (live === null) return;
  live.hidden = false;
  live.dataset['state'] = state;
  const progress = part('progress');
  if (progress && state in DONE)
    progress.dataset['done'] = String(DONE[/** @type {keyof typeof DONE} */ (state)]);
}

/** @param {'denied' | 'expired'} kind */
function end(kind) {
  toggle('open', false);
  toggle(kind, true);
  document.querySelector('#error-summary')?.remove();
}

/** @param {Response} answer @returns {Promise<boolean>} whether the person has to say that it is their account */
async function isAsking(answer) {
  const problem = await answer.json().catch(() => null);
  return problem?.code === 'confirmation_required';
}

/** @param {HTMLElement} root @param {string} address */
function follow(root, address) {
  const { destination = '/' } = root.dataset;
  /** @type {EventSource | null} */
  let events = null;
  let isOver = false;
  let isCompleting = false;

  function stop() {
    events?.close();
    events = null;
  }

  /** @param {'denied' | 'expired'} kind */
  function finish(kind) {
    isOver = true;
    stop();
    end(kind);
  }

  async function complete() {
    if (isCompleting) return;
    isCompleting = true;
    stop();
    for (const name of ['steps', 'down', 'complete']) toggle(name, false);
    part('other-phone')?.remove();
    say('approved');
    const answer = await fetch(`${address}/complete`, { method: 'POST' }).catch(() => null);
    if (answer?.status === 409 && (await isAsking(answer))) {
      isOver = true;
      // The page that names the account and asks is the one of the button.
      const form = part('complete');
      if (form instanceof HTMLFormElement) form.submit();
      return;
    }
    isCompleting = false;
    if (answer?.ok) {
      isOver = true;
      announceSignedIn();
      location.replace(destination);
    } else if (answer !== null && answer.status < 500) {
      finish('expired');
    } else {
      say('offline');
      setTimeout(listen, RETRY_MS);
    }
  }

  function listen() {
    if (isOver || isCompleting) return;
    stop();
    for (const name of WAITING) toggle(name, true);
    toggle('here', false);
    const source = new EventSource(`${address}/events`);
    events = source;
    source.addEventListener('pending', (event) => {
      const { channel, asked } = JSON.parse(event.data);
      const isDown = channel === 'down';
      toggle('complete', false);
      say(asked ? 'asked' : isSent ? 'sent' : 'pending');
      toggle('live', !isDown);
      toggle('down', isDown);
    });
    source.addEventListener('approved', () => void complete());
    source.addEventListener('denied', () => finish('denied'));
    source.addEventListener('expired', () => finish('expired'));
    source.addEventListener('replaced', () => {
      stop();
      say('replaced');
      toggle('steps', false);
      toggle('here', true);
    });
    source.addEventListener('error', () => {
      if (events !== source) return;
      say('offline');
      toggle('complete', true);
      // Refused: the browser gives up by itself, so we try again.
      if (source.readyState === EventSource.CLOSED) void comeBack();
    });
  }

  /** Swept, or another browser by now: then there is nothing to wait for. */
  async function comeBack() {
    stop();
    const answer = await fetch(`${address}/events`, { method: 'HEAD' }).catch(() => null);
    if (answer?.status === 404) finish('expired');
    else setTimeout(listen, RETRY_MS);
  }

  /** Back from WhatsApp on the same phone: the stream may have died unseen while the page slept. */
  function lookAgain() {
    if (document.visibilityState === 'visible' && part('here')?.hidden !== false) listen();
  }

  document.addEventListener('visibilitychange', lookAgain);
  addEventListener('pageshow', (event) => {
    if (event.persisted) lookAgain();
  });
  addEventListener('online', lookAgain);
  whenSignedInElsewhere(() => {
    if (isOver || isCompleting) return;
    isOver = true;
    stop();
    location.replace(destination);
  });
  document.querySelector('#here')?.addEventListener('click', listen);
  listen();
}

// One for phones, one for computers.
for (const chat of document.querySelectorAll('.message-step > a')) {
  chat.addEventListener('click', () => {
    isSent = true;
    if (part('live')?.dataset['state'] === 'pending') say('sent');
  });
}

const root = document.querySelector('#request');
if (root instanceof HTMLElement && part('open') !== null) {
  follow(root, `/api/auth/requests/${root.dataset['request'] ?? ''}`);
}
