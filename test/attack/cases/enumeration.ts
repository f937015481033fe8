import assert from 'node:assert/strict';
import type { ApiAnswer, ApiBrowser } from '../../e2e/support/api-browser.js';
import type { AttackCase } from '../case.js';
import type { Field, Person } from '../field.js';

/** What differs from answer to answer and tells nothing. */
const CHANGING = new Set(['date', 'x-request-id', 'etag', 'set-cookie', 'content-length', 'age']);

/** Ids, tokens, waiting times and the CPF that was typed, which differ from answer to answer. */
/** Seconds that are left: the two are asked one after the other. */
const SECONDS = /("(?:resendIn|retryAfter)":)\d+/g;
const VARIABLE = /[\w-]{22,}|\d{3}\.?\d{3}\.?\d{3}-?\d{2}|\d+(?: segundos?| minutos?)/g;

/** What an onlooker can compare: status, the names of headers, the body without its ids. */
function shapeOf({ status, headers, body }: ApiAnswer): unknown {
  const names = headers.map(([name]) => name).filter((name) => !CHANGING.has(name));
  const cookies = headers.filter(([name]) => name === 'set-cookie').length;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const shown = text.replace(VARIABLE, '•').replace(SECONDS, '$1•');
  return { status, names: [...new Set(names)].sort(), cookies, shown };
}

/** Every answer on the way to the last page. */
type Ask = (browser: ApiBrowser, taxId: string) => Promise<readonly ApiAnswer[]>;

const byForm =
  (route: string, more: Readonly<Record<string, string>> = {}): Ask =>
  (browser, taxId) =>
    browser.submit(route, { taxId, ...more });

const byCall =
  (route: string, more: Readonly<Record<string, string>> = {}): Ask =>
  async (browser, taxId) => [await browser.post(route, { taxId, ...more })];

const LOGIN: readonly Ask[] = [
  byCall('/api/auth/login', { password: 'errada e comprida' }),
  byCall('/api/auth/whatsapp'),
  byForm('/login', { password: 'errada e comprida' }),
];

const RECOVERY_AND_LINKING: readonly Ask[] = [
  // First: it shares its limit of one message a minute with the codes.
  byForm('/password/forgot'),
  byCall('/api/auth/whatsapp', { purpose: 'reset' }),
  byCall('/api/auth/whatsapp', { purpose: 'link' }),
];

/** CPFs of which an attacker must not learn which is which. */
async function everyKind(field: Field): Promise<Readonly<Record<string, string>>> {
  const known: Person = await field.person();
  const withPassword = await field.person();
  const own = await field.signedIn(withPassword);
  await own.post('/api/auth/password', { password: 'girassol trovoada sete lagos' });
  const blocked = await field.person();
  await blocked.phone.send('bloquear');
  await blocked.phone.receive(/Bloqueei/);
  const unknown = field.unusedCpf();
  await field.passMinutes(2);
  return {
    unknown,
    known: known.cpf,
    withPassword: withPassword.cpf,
    blocked: blocked.cpf,
  };
}

async function expectAlike(field: Field, asks: readonly Ask[]): Promise<void> {
  const people = await everyKind(field);
  for (const ask of asks) {
    const shapes = new Map<string, unknown>();
    for (const [kind, taxId] of Object.entries(people)) {
      shapes.set(kind, (await ask(field.browser(), taxId)).map(shapeOf));
    }
    const unknown = shapes.get('unknown');
    for (const [kind, shape] of shapes) assert.deepEqual(shape, unknown, kind);
  }
}

/** Cases 11 and 13; what a chat can learn is in `senders.ts`, time in `attack:timing`. */
export const ENUMERATION: readonly AttackCase[] = [
  {
    id: 11,
    standard: 'OWASP ASVS 5.0 6.3.8',
    attack: 'A CPF that is unknown, known, blocked or has a password, by code and by password',
    outcome: 'same status, headers and body',
    play: (field) => expectAlike(field, LOGIN),
  },
  {
    id: 13,
    standard: 'OWASP ASVS 5.0 6.3.8',
    attack: 'The same by recovery and linking',
    outcome: 'same status, headers and body',
    play: (field) => expectAlike(field, RECOVERY_AND_LINKING),
  },
];
