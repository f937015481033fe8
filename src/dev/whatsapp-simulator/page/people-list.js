import { element, make } from './dom.js';
import { formatNumber, hueOf, initials, timeOf } from './format.js';

/** @typedef {import('./api.js').Person} Person */

const list = element('people-list', HTMLElement);
const empty = element('people-empty', HTMLElement);

/** @type {Map<string, { person: Person, item: HTMLElement }>} */
const entries = new Map();
let selected = '';

/**
 * Calls back with the number of the person that was chosen.
 * @param {(number: string) => void} choose
 */
export function onChoose(choose) {
  list.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    const number = button?.dataset['number'];
    if (number) choose(number);
  });
}

/** @param {string} number */
export const personOf = (number) => entries.get(number)?.person;

/** @returns {string | undefined} */
export const firstNumber = () => list.querySelector('button')?.dataset['number'];

/** @param {Person[]} people */
export function showPeople(people) {
  entries.clear();
  const played = people.filter((person) => !person.isBot);
  played.sort((a, b) => (b.last?.at ?? 0) - (a.last?.at ?? 0));
  const items = played.map((person) => {
    const item = make('li', {}, [row(person)]);
    entries.set(person.number, { person, item });
    return item;
  });
  list.replaceChildren(...items);
  empty.hidden = played.length > 0;
}

/** @param {string} number */
export function markSelected(number) {
  selected = number;
  for (const { item } of entries.values()) {
    const button = item.querySelector('button');
    if (button?.dataset['number'] === number) button.setAttribute('aria-current', 'true');
    else button?.removeAttribute('aria-current');
  }
}

/**
 * Shows a new state of one person, at the top when a message is what changed.
 * @param {Person} person
 * @param {{ toTop?: boolean }} [options]
 */
export function updatePerson(person, { toTop = false } = {}) {
  const entry = entries.get(person.number);
  if (person.isBot || (!entry && !toTop)) return;
  const item = entry?.item ?? make('li');
  const focused = item.contains(document.activeElement);
  entries.set(person.number, { person, item });
  item.replaceChildren(row(person));
  if (toTop && list.firstElementChild !== item) list.prepend(item);
  if (focused) item.querySelector('button')?.focus();
  empty.hidden = true;
}

/** @param {Person} person */
function row(person) {
  const { last, unread, name, number } = person;
  const meta = make('span', { class: 'person-meta' });
  if (last) meta.append(make('span', { class: 'person-time', text: timeOf(last.at) }));
  if (unread > 0) {
    const label = unread === 1 ? '1 não lida' : `${unread} não lidas`;
    meta.append(make('span', { class: 'badge', text: String(unread), 'aria-label': label }));
  }
  const content = [
    make('span', {
      class: 'avatar',
      text: initials(name),
      'data-hue': hueOf(number),
      'aria-hidden': 'true',
    }),
    make('span', { class: 'person-text' }, [
      make('span', { class: 'person-name', text: name }),
      make('span', { class: 'person-last', text: preview(person) }),
    ]),
    meta,
  ];
  const current = number === selected ? 'true' : undefined;
  return make(
    'button',
    { type: 'button', class: 'person', 'data-number': number, 'aria-current': current },
    content,
  );
}

/** @param {Person} person */
function preview({ last, number }) {
  if (!last) return formatNumber(number);
  const text = last.deleted ? 'Mensagem apagada' : last.text.replace(/\s+/g, ' ');
  return last.from === 'phone' ? `Você: ${text}` : text;
}
