import { get } from '../api.js';
import { element, make } from '../dom.js';
import { timeOf } from '../format.js';

/** @typedef {import('../api.js').Insight} Insight */

const KEPT = 30;
const SECOND_MS = 1_000;
/** There is room for a third column from here on. */
const roomy = matchMedia('(min-width: 1180px)');

const panel = element('insight', HTMLElement);
const toggle = element('toggle-insight', HTMLButtonElement);
const timerList = element('insight-timers', HTMLElement);

/** Whose chat is shown; empty when none is. */
let current = '';
/** @type {Insight[]} newest first */
let turns = [];

/** What the timers mean to the author of a flow. */
const TIMERS = new Map([
  ['link', 'o link deixa de valer'],
  ['code', 'o código deixa de valer'],
  ['silence', 'a pergunta é esquecida'],
  ['pause', 'o bot volta a responder'],
]);

export function setUpInsight() {
  toggle.addEventListener('click', () => setOpen(panel.hidden !== false));
  element('close-insight', HTMLButtonElement).addEventListener('click', () => {
    setOpen(false);
    toggle.focus();
  });
  setOpen(roomy.matches);
  roomy.addEventListener('change', () => setOpen(roomy.matches));
  setInterval(showTimers, SECOND_MS);
}

/** @param {boolean} open */
function setOpen(open) {
  panel.hidden = !open;
  toggle.setAttribute('aria-expanded', String(open));
  document.body.dataset['insight'] = open ? 'open' : 'closed';
}

/** @param {string} number */
export async function showInsights(number) {
  current = number;
  turns = [];
  show();
  if (number === '') return;
  const answer = await get(`/phones/${number}/insights`);
  if (!answer.ok || current !== number) return;
  /** @type {Insight[]} */
  const insights = answer.value;
  turns = insights.reverse();
  show();
}

/** @param {Insight & { number: string }} insight */
export function takeInsight({ number, ...insight }) {
  if (number !== current) return;
  turns = [insight, ...turns].slice(0, KEPT);
  show();
}

function show() {
  const [latest] = turns;
  element('insight-empty', HTMLElement).hidden = latest !== undefined;
  element('insight-content', HTMLElement).hidden = latest === undefined;
  if (latest === undefined) return;
  element('insight-state', HTMLElement).textContent = latest.state;
  element('insight-memory', HTMLElement).replaceChildren(
    ...Object.entries(latest.memory).flatMap(([name, value]) => [
      make('dt', { text: name }),
      make('dd', { text: String(value) }),
    ]),
  );
  element('insight-turns', HTMLElement).replaceChildren(...turns.map(turnItem));
  showTimers();
}

/** @param {Insight} turn */
function turnItem({ at, state, steps }) {
  const lines = steps.map(({ event, effects }) =>
    make('li', {}, [
      make('code', { text: event }),
      ' → ',
      ...(effects.length === 0
        ? ['nada']
        : effects.map((effect) => make('code', { text: effect }))),
    ]),
  );
  return make('li', {}, [
    make('p', {}, [
      make('time', { datetime: new Date(at).toISOString(), text: timeOf(at) }),
      ' ',
      make('strong', { text: state }),
    ]),
    make('ul', {}, lines),
  ]);
}

/** Deadlines of all turns that have not passed, the next one first. */
function showTimers() {
  const now = Date.now();
  /** @type {Map<string, number>} */
  const latest = new Map();
  for (const { timers } of turns) {
    for (const { name, until } of timers) {
      if (!latest.has(name) && until > now) latest.set(name, until);
    }
  }
  const items = [...latest].sort(([, one], [, other]) => one - other).map(timerItem);
  const none = make('li', { class: 'hint', text: 'Nenhum prazo corre agora.' });
  timerList.replaceChildren(...(items.length === 0 ? [none] : items));

  /** @param {[string, number]} timer */
  function timerItem([name, until]) {
    const seconds = Math.ceil((until - now) / SECOND_MS);
    const left = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    return make('li', {}, [
      make('code', { text: left }),
      ` ${TIMERS.get(name) ?? name} (${timeOf(until)})`,
    ]);
  }
}
