import { post } from './api.js';
import { dialog, element, toast } from './dom.js';
import { completeNumber, formatNumber } from './format.js';

/** @typedef {import('./api.js').State} State */

const number = element('pair-number', HTMLInputElement);
const scan = element('scan-qr', HTMLButtonElement);
const sight = element('qr-sight', HTMLElement);
const problem = element('pair-error', HTMLElement);
const box = dialog('pair-dialog');

const IN_SIGHT = 'A câmera vê o QR da página do admin.';
const NOTHING = 'A câmera não vê nenhum QR. Faça a página do admin mostrar um: aperte “Conectar”.';
const NO_CODE = 'Digite as 8 letras e números do código que a página do admin mostra.';

/** The phone of the bot: it reads the QR, or takes the code, that the product shows to the admin. */
export function setUpPairing() {
  for (const id of ['open-pair', 'open-pair-drawer']) {
    element(id, HTMLButtonElement).addEventListener('click', () => {
      problem.textContent = '';
      element('faults-dialog', HTMLDialogElement).close();
      box.showModal();
    });
  }
  scan.addEventListener('click', () => void pair({ scan: true }));
  element('pair-form', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    const way = readWay(element('pair-code', HTMLInputElement).value.trim());
    if (way === null) problem.textContent = NO_CODE;
    else void pair(way);
  });
}

/**
 * The text of a QR has four parts at least, a code eight letters and digits.
 * @param {string} typed
 */
function readWay(typed) {
  if (typed.split(',').length >= 4) return { qr: typed };
  return /^[a-z\d]{8}$/i.test(typed.replace(/[\s-]/g, '')) ? { code: typed } : null;
}

/** @param {State} state */
export function showPairing({ paired, botNumber, qrInSight }) {
  element('no-bot', HTMLElement).hidden = paired;
  scan.disabled = !qrInSight;
  sight.textContent = qrInSight ? IN_SIGHT : NOTHING;
  if (botNumber !== null && !box.open) number.value = formatNumber(botNumber);
}

/** @param {object} way */
async function pair(way) {
  problem.textContent = '';
  const digits = completeNumber(number.value);
  if (!/^[1-9]\d{7,14}$/.test(digits)) {
    problem.textContent = 'Escreva o número com DDD, por exemplo 11 90000-0001.';
    return;
  }
  const answer = await post('/pair', { ...way, number: digits });
  if (!answer.ok) {
    problem.textContent = answer.detail;
    return;
  }
  element('pair-form', HTMLFormElement).reset();
  box.close();
  toast('Bot conectado.');
}
