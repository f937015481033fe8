/**
 * @typedef {'sent' | 'delivered' | 'read' | 'waiting'} Status
 * @typedef {{ n: number, id: string, from: 'bot' | 'phone', kind: string, text: string, at: number,
 *   status: Status, expiration?: number, edited?: true, deleted?: true }} ChatMessage
 * @typedef {{ number: string, name: string, isBot: boolean, unread: number, last: ChatMessage | null }} Person
 * @typedef {{ offline: boolean, latencyMs: number, nack463: boolean | 'strangers', loginFailure: number | null }}
 *   Faults
 * @typedef {{ botNumber: string | null, paired: boolean, connected: boolean, qrInSight: boolean, faults: Faults }}
 *   State
 * @typedef {{ at: number, state: string, memory: Record<string, string | number | boolean | null>,
 *   steps: { event: string, effects: string[] }[], timers: { name: string, until: number }[] }} Insight
 * @typedef {{ ok: true, value: any } | { ok: false, detail: string }} Answer
 */

const NETWORK_DOWN = 'O simulador não responde.';

/** What people read for the refusals they can cause; the rest shows the simulator's own words. */
const EXPLANATIONS = new Map([
  ['not-paired', 'Nenhum bot está conectado. Conecte um primeiro: “Conectar o bot”.'],
  ['own-number', 'Este é o número do próprio bot: ele não escreve para si mesmo.'],
  ['unknown-qr', 'Este QR já mudou. Leia o que a página do admin mostra agora.'],
  ['no-qr-in-sight', 'A câmera não vê nenhum QR.'],
  [
    'code-not-requested',
    'Ninguém pediu código para este número. Na página do admin, peça um para ele.',
  ],
  ['wrong-code', 'O código não confere. Digite o que a página do admin mostra.'],
  ['client-gone', 'O bot não respondeu a tempo.'],
  ['lid-taken', 'Este número conflita com o de outra pessoa.'],
]);

/**
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 * @returns {Promise<Answer>}
 */
async function call(method, path, body) {
  try {
    const response = await fetch(path, {
      method,
      ...(body
        ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
        : {}),
    });
    const value = await response.json();
    if (response.ok) return { ok: true, value };
    return { ok: false, detail: EXPLANATIONS.get(value.code) ?? value.detail };
  } catch {
    return { ok: false, detail: NETWORK_DOWN };
  }
}

/** @param {string} path */
export const get = (path) => call('GET', path);

/**
 * @param {string} path
 * @param {object} body
 */
export const post = (path, body = {}) => call('POST', path, body);

/**
 * Follows everything that happens; `opened` runs at each connection, also after one was lost.
 * @param {{ opened: () => void, lost: () => void, event: (type: string, data: any) => void }} listener
 */
export function followEvents({ opened, lost, event }) {
  const source = new EventSource('/events');
  source.addEventListener('open', opened);
  source.addEventListener('error', lost);
  for (const type of ['message', 'status', 'typing', 'phone', 'insight', 'state']) {
    source.addEventListener(type, (received) => {
      event(type, JSON.parse(/** @type {MessageEvent} */ (received).data));
    });
  }
}
