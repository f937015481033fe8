import { openSite, tellPhone } from './frames.js';

/**
 * @typedef {{ steps: { name: string, done: boolean }[], writes: Record<string, { number: string, text: string } | null>,
 *   links: { newcomer: string | null, owner: string | null } }} TourView
 */

const say = document.body.dataset;
const note = document.getElementById('note');

/** @type {TourView | undefined} */
let tour;
/** The step that was chosen by hand; empty: the first that is not done. */
let chosen = '';
/** How many steps were done when the page was drawn last. */
let doneBefore = 0;

/** @param {string | undefined} text */
function tell(text) {
  if (note) note.textContent = text ?? '';
}

/** @param {TourView} view */
function draw(view) {
  const { steps } = view;
  const done = steps.filter((step) => step.done).length;
  if (done !== doneBefore) {
    chosen = '';
    tell('');
  }
  doneBefore = done;
  const next = steps.find((step) => !step.done)?.name ?? 'end';
  const current = chosen === '' ? next : chosen;
  for (const { name, done: isDone } of steps) {
    const button = document.querySelector(`[data-step="${name}"]`);
    if (!(button instanceof HTMLElement)) continue;
    button.dataset['state'] = isDone ? 'done' : 'open';
    button.toggleAttribute('aria-current', false);
    if (name === current) button.setAttribute('aria-current', 'step');
    button.querySelector('[data-done]')?.toggleAttribute('hidden', !isDone);
  }
  for (const panel of document.querySelectorAll('[data-panel]')) {
    panel.toggleAttribute('hidden', panel.getAttribute('data-panel') !== current);
  }
  drawActions(view);
}

/** @param {TourView} view */
function drawActions({ writes, links }) {
  for (const button of document.querySelectorAll('button[data-action]')) {
    if (!(button instanceof HTMLButtonElement)) continue;
    const { action, value = '', template } = button.dataset;
    if (action === 'write') {
      const writing = writes[value];
      button.hidden = !writing;
      button.textContent = (template ?? '').replace('{text}', writing?.text ?? '');
    }
    if (action === 'tap-link') button.disabled = links.newcomer === null;
    if (action === 'stranger') button.disabled = links.owner === null;
  }
}

/** @param {string} path */
async function ask(path) {
  const response = await fetch(path, { method: 'POST' });
  return response.ok && (await response.json()).ok === true;
}

/** @type {Record<string, (button: HTMLButtonElement, view: TourView) => unknown>} */
const ACTIONS = {
  write: ({ dataset }, { writes }) => {
    tellPhone({ type: 'write', ...writes[dataset['value'] ?? ''] });
    tell(say['written']);
  },
  'tap-link': (_, { links }) => tellPhone({ type: 'tap-link', number: links.newcomer }),
  'take-bot-phone': () => tellPhone({ type: 'pair' }),
  'open-site': ({ dataset }) => openSite(dataset['value'] ?? '/'),
  copy: async ({ dataset }) => {
    await navigator.clipboard.writeText(dataset['value'] ?? '');
    tell(say['copied']);
  },
  stranger: async (_, { links }) => {
    const isIn = await ask('/stranger');
    if (isIn) tellPhone({ type: 'open', number: links.owner });
    tell(isIn ? say['strangerIn'] : say['strangerOut']);
  },
  restart: async ({ dataset }) => {
    if (await ask('/restart')) location.reload();
    else tell(dataset['refused']);
  },
};

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('button') : null;
  if (!button || !tour) return;
  const { step, action } = button.dataset;
  if (action !== undefined) void ACTIONS[action]?.(button, tour);
  if (step !== undefined) {
    chosen = step;
    draw(tour);
  }
});

const events = new EventSource('/events');
events.addEventListener('tour', ({ data }) => {
  tour = JSON.parse(data);
  if (tour) draw(tour);
});
events.addEventListener('write', ({ data }) => {
  const { text, number } = JSON.parse(data);
  tellPhone({ type: 'write', text, otherwise: number });
  tell(say['written']);
});
events.addEventListener('open', () => {
  if (note?.textContent === say['lost']) tell('');
});
events.addEventListener('error', () => tell(say['lost']));
