// Keeps the admin's page about the bot as it is now. Without it the page works by reloading.

/**
 * @typedef {object} ChannelEvent
 * @property {string} state
 * @property {string} title
 * @property {string | null} explanation
 * @property {string} remedy
 * @property {string} tone
 * @property {string} since
 * @property {string | null} heldUntil
 * @property {string | null} nextTryAt
 * @property {string | null} phoneMasked
 * @property {string[]} actions
 * @property {boolean} stepUpRequired
 * @property {string} [qrSvg]
 * @property {string} [pairingCode]
 */

const PAGE = '/admin/whatsapp';
const EVENTS = '/api/admin/whatsapp/events';
const RETRY_MS = 5000;
const ACTIONS = ['retry', 'pair', 'pair_by_code', 'logout'];

const root = document.getElementById('admin-whatsapp');
const moments = new Intl.DateTimeFormat(root?.dataset['lang'], {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: root?.dataset['timeZone'],
});

/** @type {string | null} null: what the server drew, if anything */
let qrShown = null;
let qrSince = 0;

/** @param {string} name @returns {HTMLElement | null} */
const field = (name) => document.querySelector(`[data-field="${name}"]`);

/** @param {string} name @param {string | null} text */
function write(name, text) {
  const element = field(name);
  if (element === null) return;
  // Same text again would be announced again.
  if (element.textContent !== (text ?? '')) element.textContent = text ?? '';
}

/** @param {string} name @param {boolean} shown */
function toggle(name, shown) {
  const part = document.querySelector(`[data-part="${name}"]`);
  if (part instanceof HTMLElement) part.hidden = !shown;
}

/** @param {string} name @param {string | null} iso */
function writeMoment(name, iso) {
  const element = field(name);
  if (!(element instanceof HTMLTimeElement) || iso === null) return;
  element.dateTime = iso;
  write(name, moments.format(new Date(iso)));
}

/** @param {string} svg markup of our own server; empty takes the code away */
function showQr(svg) {
  toggle('qr', svg !== '');
  if (svg === qrShown) return;
  qrShown = svg;
  qrSince = performance.now();
  field('qr')?.replaceChildren(...(svg === '' ? [] : [drawing(svg)]));
  showAge();
}

/** @param {string} svg */
function drawing(svg) {
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
  return document.adoptNode(parsed.documentElement);
}

function showAge() {
  const age = field('qr-age');
  if (age === null) return;
  age.hidden = !qrShown;
  const seconds = Math.floor((performance.now() - qrSince) / 1000);
  age.textContent = (age.dataset['template'] ?? '').replace('{s}', String(seconds));
}

/** @param {string} code empty takes it away */
function showCode(code) {
  write('pairingCode', code.replace(/^(.{4})(.{4})$/, '$1-$2'));
  toggle('code', code !== '');
}

/** @param {ChannelEvent} channel */
function show(channel) {
  const tone = field('tone');
  if (tone !== null) tone.dataset['tone'] = channel.tone;
  write('title', channel.title);
  write('explanation', channel.explanation);
  const explanation = field('explanation');
  if (explanation !== null) explanation.hidden = channel.explanation === null;
  write('remedy', channel.remedy);
  write('phoneMasked', channel.phoneMasked);
  toggle('phone', channel.phoneMasked !== null);
  writeMoment('since', channel.since);
  writeMoment('nextTryAt', channel.nextTryAt);
  toggle('next-try', channel.nextTryAt !== null);
  writeMoment('heldUntil', channel.heldUntil);
  toggle('held', channel.heldUntil !== null);
  showQr(channel.qrSvg ?? '');
  showCode(channel.pairingCode ?? '');
  toggle('step-up', channel.state === 'pairing' && channel.stepUpRequired);
  toggle('stuck', channel.state === 'pairing');
  for (const action of ACTIONS) toggle(action, channel.actions.includes(action));
}

/** What cannot be checked any more is not shown any more. */
function hideSecrets() {
  showQr('');
  showCode('');
}

async function comeBack() {
  const answer = await fetch('/api/admin/whatsapp').catch(() => null);
  if (answer?.status === 401) location.assign(PAGE);
  else listen();
}

function listen() {
  const events = new EventSource(EVENTS);
  events.addEventListener('open', () => toggle('offline', false));
  events.addEventListener('status', (event) => show(JSON.parse(event.data)));
  events.addEventListener('signed_out', () => {
    events.close();
    hideSecrets();
    // To the sign-in page, or back here when another tab has renewed the session.
    location.assign(PAGE);
  });
  events.addEventListener('error', () => {
    hideSecrets();
    toggle('offline', true);
    // Refused: the browser gives up by itself, so we try again.
    if (events.readyState === EventSource.CLOSED) setTimeout(comeBack, RETRY_MS);
  });
}

setInterval(showAge, 1000);
listen();
