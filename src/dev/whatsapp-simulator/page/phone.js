import { followEvents, get, post } from './api.js';
import { addMessage, showChat, showTyping, updateMessage } from './chat-view.js';
import { focusText, setUpComposer, typeReady } from './composer.js';
import { dialog, element, toast } from './dom.js';
import { setFaultsPerson, setUpFaults, showFaults } from './faults-drawer.js';
import { setUpFrame, tellReady } from './frame.js';
import { completeNumber, formatNumber, hueOf, initials } from './format.js';
import { setUpInsight, showInsights, takeInsight } from './insight/insight-view.js';
import { setUpPairing, showPairing } from './pair-dialog.js';
import {
  firstNumber,
  markSelected,
  onChoose,
  personOf,
  showPeople,
  updatePerson,
} from './people-list.js';

/** @typedef {import('./api.js').ChatMessage} ChatMessage */

const TYPING_MS = 12_000;
const wide = matchMedia('(min-width: 720px)');

const botState = element('bot-state', HTMLElement);
const chatSubtitle = element('chat-subtitle', HTMLElement);

/** The number of the person whose chat is open; empty when none is. */
let current = '';
/** Empty until a bot was paired. */
let botNumber = '';
/** What the link said that opened this page, until it has been followed. */
let link = readLink();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let typingTimer;

async function loadState() {
  const answer = await get('/state');
  if (!answer.ok) return showBotState('down', answer.detail);
  /** @type {import('./api.js').State} */
  const state = answer.value;
  showFaults(state.faults);
  showPairing(state);
  botNumber = state.botNumber ?? '';
  const number = state.botNumber ? formatNumber(state.botNumber) : '';
  if (state.connected) showBotState('up', `Bot: ${number}`);
  else if (state.paired) showBotState('down', 'Bot fora do ar');
  else showBotState('none', 'Nenhum bot conectado');
}

/**
 * @param {'up' | 'down' | 'none'} state
 * @param {string} shown
 */
function showBotState(state, shown) {
  botState.dataset['state'] = state;
  botState.textContent = shown;
}

async function loadPeople() {
  const answer = await get('/phones');
  if (!answer.ok) return toast(answer.detail);
  showPeople(answer.value);
  const wanted = current || new URLSearchParams(location.search).get('phone')?.replace(/\D/g, '');
  if (wanted && personOf(wanted)) await openChat(wanted);
  else if (!current && (wide.matches || link)) {
    const first = firstNumber();
    if (first) await openChat(first);
  }
  if (link) followLink(link);
  link = null;
}

/** As wa.me leads here: the number of the chat, and the text to type. */
function readLink() {
  const query = new URLSearchParams(location.search);
  const to = query.get('to');
  return to === null ? null : { to, text: query.get('text') ?? '' };
}

/** @param {{ to: string, text: string }} link */
function followLink({ to, text }) {
  typeReady(text);
  if (botNumber && to !== botNumber)
    toast(`O link leva a ${formatNumber(to)}, mas o bot daqui é ${formatNumber(botNumber)}.`);
}

/** @param {string} number */
async function openChat(number) {
  const person = personOf(number);
  if (!person) return;
  const isNew = current !== number;
  current = number;
  markSelected(number);
  setFaultsPerson(person);
  element('chat-empty', HTMLElement).hidden = true;
  element('conversation', HTMLElement).hidden = false;
  element('chat-name', HTMLElement).textContent = person.name;
  const avatar = element('chat-avatar', HTMLElement);
  avatar.textContent = initials(person.name);
  avatar.dataset['hue'] = hueOf(number);
  setTyping(false);
  document.body.dataset['view'] = 'chat';
  history.replaceState(null, '', `?phone=${number}`);

  const answer = await get(`/phones/${number}/messages`);
  if (current !== number) return;
  if (!answer.ok) return toast(answer.detail);
  showChat(answer.value);
  void showInsights(number);
  if (isNew && wide.matches) focusText();
  await markRead();
}

function closeChat() {
  document.body.dataset['view'] = 'list';
  current = '';
  void showInsights('');
  markSelected('');
  setFaultsPerson(undefined);
  history.replaceState(null, '', location.pathname);
  element('conversation', HTMLElement).hidden = true;
  element('chat-empty', HTMLElement).hidden = false;
}

/** Read receipts go out while the chat is really on the screen. */
async function markRead() {
  if (!current || document.visibilityState !== 'visible') return;
  const person = personOf(current);
  if (!person) return;
  await post(`/phones/${current}/read`);
  updatePerson({ ...person, unread: 0 });
}

/** @param {boolean} composing */
function setTyping(composing) {
  clearTimeout(typingTimer);
  showTyping(composing);
  chatSubtitle.dataset['typing'] = String(composing);
  chatSubtitle.textContent = composing
    ? 'o bot está digitando…'
    : `Você é esta pessoa · ${formatNumber(current)}`;
  if (composing) typingTimer = setTimeout(() => setTyping(false), TYPING_MS);
}

/**
 * @param {string} type
 * @param {any} data
 */
function takeEvent(type, data) {
  switch (type) {
    case 'message':
      return takeMessage(data);
    case 'status':
      return takeStatus(data);
    case 'typing':
      return data.number === current ? setTyping(data.composing === true) : undefined;
    case 'insight':
      return takeInsight(data);
    case 'phone':
      return void loadPeople();
    case 'state':
      return void loadState();
  }
}

/** @param {ChatMessage & { number: string }} message */
function takeMessage(message) {
  const { number } = message;
  const person = personOf(number);
  if (!person) return;
  const isUnread = message.from === 'bot' && number !== current;
  updatePerson(
    { ...person, last: message, unread: person.unread + (isUnread ? 1 : 0) },
    { toTop: true },
  );
  if (number !== current) return;
  if (message.from === 'bot') setTyping(false);
  addMessage(message);
  if (message.from === 'bot') void markRead();
}

/** @param {ChatMessage & { number: string }} message */
function takeStatus(message) {
  const person = personOf(message.number);
  if (person?.last?.id === message.id) updatePerson({ ...person, last: message });
  if (message.number === current) updateMessage(message);
}

/** @param {object} content */
async function send(content) {
  if (!current) return false;
  const answer = await post(`/phones/${current}/messages`, content);
  if (!answer.ok) toast(answer.detail);
  return answer.ok;
}

function setUpAdding() {
  const box = dialog('add-dialog');
  const form = element('add-form', HTMLFormElement);
  const error = element('add-error', HTMLElement);
  element('open-add', HTMLButtonElement).addEventListener('click', () => {
    form.reset();
    error.textContent = '';
    box.showModal();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void add(new FormData(form)).then((problem) => {
      error.textContent = problem ?? '';
      if (!problem) box.close();
    });
  });
}

/**
 * @param {FormData} form
 * @returns {Promise<string | undefined>} what is wrong, if anything
 */
async function add(form) {
  const name = String(form.get('name')).trim();
  const number = completeNumber(String(form.get('number')));
  if (!name) return 'Escreva um nome.';
  if (!/^[1-9]\d{7,14}$/.test(number))
    return 'Escreva o número com DDD, por exemplo 11 98765-4321.';
  const answer = await post('/phones', { name, number });
  if (!answer.ok) return answer.detail;
  current = number;
  await loadPeople();
  return undefined;
}

onChoose((number) => void openChat(number));
element('back', HTMLButtonElement).addEventListener('click', closeChat);
document.addEventListener('visibilitychange', () => void markRead());
setUpComposer(send);
setUpAdding();
setUpFaults();
setUpPairing();
setUpInsight();
setUpFrame(openChat);
followEvents({
  opened: () => void loadState().then(loadPeople).then(tellReady),
  lost: () => showBotState('down', 'Sem contato com o simulador'),
  event: takeEvent,
});
