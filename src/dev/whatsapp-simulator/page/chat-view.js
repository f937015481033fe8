import { element, icon, make } from './dom.js';
import { dayOf, splitText, timeOf } from './format.js';

/** @typedef {import('./api.js').ChatMessage} ChatMessage */

const box = element('messages', HTMLElement);
const typing = make(
  'div',
  { class: 'bubble theirs typing', role: 'img', 'aria-label': 'O bot está digitando' },
  [make('span'), make('span'), make('span')],
);

/** @type {Map<string, HTMLElement>} */
const bubbles = new Map();
let lastDay = '';

const ICONS = new Map([
  ['audio', 'audio'],
  ['sticker', 'sticker'],
  ['image', 'image'],
  ['viewOnce', 'image'],
  ['video', 'image'],
  ['location', 'location'],
  ['contact', 'contact'],
  ['document', 'document'],
]);

/** @type {Readonly<Record<import('./api.js').Status, { icon: string, label: string } | null>>} */
const TICKS = {
  waiting: null,
  sent: { icon: 'tick-one', label: 'Enviada' },
  delivered: { icon: 'tick-two', label: 'Entregue' },
  read: { icon: 'tick-two', label: 'Lida' },
};

/** @param {ChatMessage[]} messages */
export function showChat(messages) {
  bubbles.clear();
  lastDay = '';
  box.replaceChildren();
  if (messages.length === 0) {
    box.append(make('p', { class: 'day hint-line', text: 'Diga oi para começar.' }));
  }
  for (const message of messages) append(message);
  scrollToEnd();
}

/** @param {ChatMessage} message */
export function addMessage(message) {
  if (bubbles.has(message.id)) return updateMessage(message);
  const follow = isAtEnd() || message.from === 'phone';
  box.querySelector('.hint-line')?.remove();
  typing.remove();
  append(message);
  if (follow) scrollToEnd();
}

/** @param {ChatMessage} message */
export function updateMessage(message) {
  const old = bubbles.get(message.id);
  if (!old) return;
  const fresh = bubble(message);
  bubbles.set(message.id, fresh);
  old.replaceWith(fresh);
}

/** @param {boolean} composing */
export function showTyping(composing) {
  const follow = isAtEnd();
  if (composing) box.append(typing);
  else typing.remove();
  if (follow) scrollToEnd();
}

/** @param {ChatMessage} message */
function append(message) {
  const day = dayOf(message.at);
  if (day !== lastDay) box.append(make('p', { class: 'day', text: day }));
  lastDay = day;
  const made = bubble(message);
  bubbles.set(message.id, made);
  box.append(made);
}

/** @param {ChatMessage} message */
function bubble(message) {
  const side = message.from === 'phone' ? 'mine' : 'theirs';
  const state = message.deleted || message.status === 'waiting' ? ' muted' : '';
  const made = make('article', { class: `bubble ${side}${state}` });
  made.append(
    make('span', { class: 'visually-hidden', text: side === 'mine' ? 'Você: ' : 'Bot: ' }),
  );
  const marker = ICONS.get(message.kind);
  if (marker && !message.deleted) made.append(icon(marker));
  const label = kindLabel(message.kind);
  if (label) made.append(make('span', { class: 'kind', text: label }));
  made.append(make('span', { class: 'bubble-text' }, textNodes(message)), footer(message));
  return made;
}

/** @param {string} kind */
function kindLabel(kind) {
  if (kind === 'group') return 'Em um grupo';
  return kind === 'plaintext' ? 'Sem criptografia' : undefined;
}

/** @param {ChatMessage} message */
function textNodes({ deleted, text }) {
  if (deleted) return ['Mensagem apagada'];
  return splitText(text).map((piece) => {
    switch (piece.type) {
      case 'link':
        return make('a', {
          href: piece.text,
          target: '_blank',
          rel: 'noopener noreferrer',
          text: piece.text,
        });
      case 'bold':
        return make('strong', { text: piece.text });
      case 'italic':
        return make('em', { text: piece.text });
      case 'text':
        return piece.text;
    }
  });
}

/** @param {ChatMessage} message */
function footer({ from, at, status, edited }) {
  const time = make('time', { datetime: new Date(at).toISOString(), text: timeOf(at) });
  const foot = make('span', { class: 'bubble-foot' }, edited ? ['editada ', time] : [time]);
  const tick = from === 'phone' ? TICKS[status] : null;
  if (tick) {
    const mark = icon(tick.icon, tick.label);
    mark.setAttribute('class', `tick ${status}`);
    foot.append(mark);
  }
  return foot;
}

const NEAR_END_PX = 80;
let followsEnd = true;

// A keyboard or the tray that opens must not cover the newest message.
box.addEventListener('scroll', () => {
  followsEnd = isAtEnd();
});
new ResizeObserver(() => {
  if (followsEnd) scrollToEnd();
}).observe(box);

function isAtEnd() {
  return box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END_PX;
}

function scrollToEnd() {
  box.scrollTop = box.scrollHeight;
}
