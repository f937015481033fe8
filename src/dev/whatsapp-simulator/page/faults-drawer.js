import { post } from './api.js';
import { dialog, element, toast } from './dom.js';

/** @typedef {import('./api.js').Person} Person */
/** @typedef {import('./api.js').Faults} Faults */

const offline = element('fault-offline', HTMLInputElement);
const nack463 = element('fault-463', HTMLSelectElement);
const login = element('fault-login', HTMLSelectElement);
const latency = element('fault-latency', HTMLInputElement);
const newChip = element('new-chip', HTMLButtonElement);
const newPhone = element('new-phone', HTMLButtonElement);
const identityHint = element('identity-hint', HTMLElement);

/** @type {Person | undefined} */
let person;

/** Wires the drawer up; it opens from the button in the bar. */
export function setUpFaults() {
  const drawer = dialog('faults-dialog');
  element('open-faults', HTMLButtonElement).addEventListener('click', () => drawer.showModal());

  drawer.addEventListener('click', (event) => {
    const button =
      event.target instanceof Element ? event.target.closest('[data-disconnect]') : null;
    const cause = button instanceof HTMLElement ? button.dataset['disconnect'] : undefined;
    if (cause) void disconnect(cause === 'drop' ? cause : Number(cause));
  });
  offline.addEventListener('change', () => void apply({ offline: offline.checked }));
  nack463.addEventListener('change', () => {
    const { value } = nack463;
    void apply({ nack463: value === 'strangers' ? value : value === 'true' });
  });
  login.addEventListener('change', () => {
    void apply({ loginFailure: login.value === '' ? null : Number(login.value) });
  });
  latency.addEventListener(
    'change',
    () => void apply({ latencyMs: Math.round(latency.valueAsNumber) || 0 }),
  );
  newChip.addEventListener('click', () => void registerAnew('new'));
  newPhone.addEventListener('click', () => void registerAnew('same'));
}

/** @param {Faults} faults */
export function showFaults(faults) {
  offline.checked = faults.offline;
  nack463.value = String(faults.nack463);
  login.value = faults.loginFailure === null ? '' : String(faults.loginFailure);
  if (document.activeElement !== latency) latency.value = String(faults.latencyMs);
}

/** @param {Person | undefined} chosen */
export function setFaultsPerson(chosen) {
  person = chosen;
  newChip.disabled = !chosen;
  newPhone.disabled = !chosen;
  identityHint.textContent = chosen
    ? `O número de ${chosen.name}, registrado de novo. Novo chip: outra conta do WhatsApp, sem as conversas. Novo aparelho: a mesma conta, com outras chaves.`
    : 'Escolha uma pessoa para registrar o número dela de novo.';
}

/** @param {'new' | 'same'} account */
async function registerAnew(account) {
  if (!person) return;
  const { name, number } = person;
  const answer = await post(`/phones/${number}/register-anew`, { account });
  if (!answer.ok) return toast(answer.detail);
  toast(
    account === 'new'
      ? `O número de ${name} é outra conta do WhatsApp agora.`
      : `${name} está com outro aparelho.`,
  );
}

/** @param {'drop' | number} cause */
async function disconnect(cause) {
  const answer = await post('/faults', { disconnect: cause });
  if (!answer.ok) return toast(answer.detail);
  toast(answer.value.disconnected > 0 ? 'Conexão derrubada.' : 'O bot não estava conectado.');
}

/**
 * @param {object} faults
 * @param {string} [done]
 */
async function apply(faults, done) {
  const answer = await post('/faults', faults);
  if (!answer.ok) toast(answer.detail);
  else if (done) toast(done);
}
