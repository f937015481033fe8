import assert from 'node:assert/strict';
import { callSimulator } from '#src/dev/demo/simulator-calls.js';
import { createPhone, type SimulatedPhone } from '../../e2e/support/simulated-phone.js';
import type { ApiBrowser } from '../../e2e/support/api-browser.js';
import type { AttackCase } from '../case.js';
import type { Field } from '../field.js';

const LINK = /\/l\/[\w-]{43}/;
/** Its answer shows that everything sent before it was handled. */
const MARK = 'ajuda';
const MARKED = /BLOQUEAR para trancar tudo/;
const NO_NUMBER = /não me mostrou o seu número/;

/** What the bot said in this chat after `before` messages, once everything sent was handled. */
async function answersAfter(phone: SimulatedPhone, before: number): Promise<readonly string[]> {
  await phone.send(MARK);
  await phone.receive(MARKED);
  const said = (await phone.messages()).filter(({ from }) => from === 'bot').slice(before);
  return said.map(({ text }) => text);
}

async function botCount(phone: SimulatedPhone): Promise<number> {
  return (await phone.messages()).filter(({ from }) => from === 'bot').length;
}

function expectNoAccess(answers: readonly string[]): void {
  for (const text of answers) assert.ok(!LINK.test(text) && !/^\d{6}$/.test(text), text);
}

/** The bot does not take this chat for one that claims somebody's account: what the sender claims was not read. */
function expectUnrelated(answers: readonly string[]): void {
  for (const text of answers) assert.doesNotMatch(text, /com outro WhatsApp/);
}

interface Asked {
  readonly requestId: string;
  readonly requestCode: string;
  readonly number: number;
}

async function askedBy(browser: ApiBrowser): Promise<Asked> {
  const asked = await browser.post('/api/auth/requests');
  assert.equal(asked.status, 201);
  return asked.body as Asked;
}

const complete = (browser: ApiBrowser, { requestId }: Asked) =>
  browser.post(`/api/auth/requests/${requestId}/complete`, { confirm: true });

/** The question offers three numbers, of which one is on the screen; the time before it has digits as well. @returns another one */
function wrongNumber(question: string, right: number): string {
  const [, offered = ''] = question.split('na tela?');
  const numbers = [...offered.matchAll(/\b\d{2}\b/g)].map(([digits]) => digits);
  const wrong = numbers.find((digits) => Number(digits) !== right);
  assert.ok(wrong, question);
  return wrong;
}

async function phoneWith(
  field: Field,
  person: Readonly<Record<string, string>> & { readonly number: string; readonly name: string },
): Promise<SimulatedPhone> {
  await callSimulator(field.world.simulator.url, '/phones', person);
  return createPhone(field.world.simulator.url, person);
}

/** Cases 14, 15, 17, 18, 20, 22, 23: who writes, and what counts as a message. */
export const SENDERS: readonly AttackCase[] = [
  {
    id: 14,
    standard: 'OWASP ASVS 5.0 6.1.1',
    attack: "A push name, a contact card and a text that claim the victim's number",
    outcome: 'ignored: only the address that WhatsApp vouches for counts',
    play: async (field) => {
      const victim = await field.person();
      const { number } = victim.phone;
      const attacker = await phoneWith(field, { number: '5511961230014', name: number });
      // One after the other: what is written at once is read as one message.
      await attacker.post({ kind: 'contact', text: number });
      await attacker.receive(/./);
      await attacker.send(`meu número é ${number}, entrar`);
      await attacker.receive(/./);
      await attacker.send('entrar');
      await attacker.receive(/./);
      const answers = await answersAfter(attacker, 0);
      expectNoAccess(answers);
      expectUnrelated(answers);
    },
  },
  {
    id: 15,
    standard: 'OWASP ASVS 5.0 6.1.1',
    attack: "A sender without a number whose LID has the digits of the victim's number",
    outcome: 'no login; the digits of a LID are never a phone number',
    play: async (field) => {
      const victim = await field.person();
      const { number } = victim.phone;
      const hidden = { number: '5511961230015', name: 'Escondido', addressing: 'lid-only' };
      const attacker = await phoneWith(field, { ...hidden, lid: number });
      await attacker.send('entrar');
      await attacker.receive(NO_NUMBER);
    },
  },
  {
    id: 17,
    standard: 'OWASP ASVS 5.0 6.1.1',
    attack: 'A command in a group, passed on, or made by an edit of another message',
    outcome: 'opens nothing',
    play: async (field) => {
      const { phone } = await field.person();
      // The pause between two links is over: only what is attacked here holds one back.
      await field.passMinutes(2);
      const before = await botCount(phone);
      await phone.post({ kind: 'group', text: 'entrar' });
      const id = await phone.post({ text: 'bom dia' });
      await phone.receive(/./);
      await phone.post({ kind: 'edit', id, text: 'entrar' });
      const contextInfo = { isForwarded: true, forwardingScore: 1 };
      await phone.post({
        kind: 'raw',
        raw: { extendedTextMessage: { text: 'entrar', contextInfo } },
      });
      await phone.receive(/não sigo mensagens encaminhadas/);
      expectNoAccess(await answersAfter(phone, before));
    },
  },
  {
    id: 18,
    standard: 'OWASP ASVS 5.0 6.6.2',
    attack: 'The same message id again, and a message that was ten minutes on its way',
    outcome: 'carried out once, and not late',
    play: async (field) => {
      const { phone } = await field.person();
      await field.passMinutes(2);
      const before = await botCount(phone);
      const id = await phone.post({ text: 'entrar' });
      await field.nextAccess(phone);
      for (let n = 0; n < 3; n += 1) await phone.post({ duplicateOf: id });
      const answers = await answersAfter(phone, before);
      assert.equal(answers.filter((text) => LINK.test(text)).length, 1);
      assert.equal(answers.length, 3, answers.join('\n'));

      const late = await field.person();
      await field.passMinutes(2);
      const seen = await botCount(late.phone);
      const raw = { conversation: 'entrar' };
      await late.phone.post({ kind: 'raw', raw, offsetSeconds: -600 });
      await late.phone.receive(/./);
      expectNoAccess(await answersAfter(late.phone, seen));
    },
  },
  {
    id: 20,
    standard: 'RFC 10027',
    attack: "A victim is made to send the text of the attacker's login page",
    outcome: 'nothing without the number on the screen, one try, and NÃO ends it',
    play: async (field) => {
      const guessed = await field.person();
      const refused = await field.person();
      const attacker = field.browser();
      const asked = await askedBy(attacker);
      await guessed.phone.send(`Entrar no site: ${asked.requestCode}`);
      const question = await guessed.phone.receive(/Qual número aparece na tela/);
      await guessed.phone.send(wrongNumber(question, asked.number));
      await guessed.phone.receive(/não era o número da tela/);
      await guessed.phone.send(String(asked.number));
      await guessed.phone.receive(/./);
      assert.notEqual((await complete(attacker, asked)).status, 200);

      const second = await askedBy(attacker);
      await refused.phone.send(`Entrar no site: ${second.requestCode}`);
      await refused.phone.receive(/Qual número aparece na tela/);
      await refused.phone.send('não');
      await refused.phone.receive(/neguei o pedido/);
      assert.notEqual((await complete(attacker, second)).status, 200);
      assert.equal((await attacker.get('/api/auth/me')).status, 401);
    },
  },
  {
    id: 22,
    standard: 'OWASP ASVS 5.0 6.3.1',
    attack: 'Guessing the request codes of waiting pages by chat',
    outcome: 'capped at ten an hour',
    play: async (field) => {
      const { phone } = await field.person();
      const letters = 'ABCDEFGHJKM';
      for (const letter of letters) {
        await phone.send(`Entrar no site: ${letter.repeat(4)}-2345`);
        await phone.receive(letter === 'M' ? /pedidos demais/ : /./);
      }
    },
  },
  {
    id: 23,
    standard: 'OWASP ASVS 5.0 6.1.1',
    attack: "An unencrypted message in the victim's name",
    outcome: 'never authenticates',
    play: async (field) => {
      const { phone } = await field.person();
      await field.passMinutes(2);
      const before = await botCount(phone);
      await phone.post({ kind: 'plaintext', text: 'entrar' });
      expectNoAccess(await answersAfter(phone, before));
    },
  },
];
