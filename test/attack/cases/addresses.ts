import assert from 'node:assert/strict';
import { createPhone, type SimulatedPhone } from '../../e2e/support/simulated-phone.js';
import { ADMIN_PASSWORD } from '../../e2e/support/admin-client.js';
import type { AttackCase } from '../case.js';
import type { Field } from '../field.js';
import { codeOf } from '../google.js';

const FROM_ABROAD = /de fora do Brasil/;
const NOT_FOUND = /Não achei esse CPF/;

function phoneOf(field: Field, number: string): Promise<SimulatedPhone> {
  return createPhone(field.world.simulator.url, { number, name: 'Estranho' });
}

/** What the bot answers to a CPF in a chat that has never written. */
async function answerTo(field: Field, taxId: string): Promise<string> {
  const phone = await field.stranger();
  await phone.send(taxId);
  return phone.receive(/./);
}

async function countOf(field: Field, table: 'account' | 'whatsapp_number'): Promise<number> {
  const [row] = await field.whileStopped([`SELECT count(*)::int AS n FROM ${table}`]);
  return Number(row?.['n']);
}

/** Cases 9, 10, 12 and 19: numbers and addresses of the network. */
export const ADDRESSES: readonly AttackCase[] = [
  {
    id: 9,
    standard: 'OWASP ASVS 5.0 6.6.1',
    attack:
      'Foreign numbers write where only Brazilian ones get in; an admin types one that is none',
    outcome: 'no account, no code, and a clear message',
    play: async (field) => {
      const before = await countOf(field, 'account');
      for (const number of ['351912345678', '14155550123']) {
        const phone = await phoneOf(field, number);
        for (const text of ['entrar', field.unusedCpf()]) {
          await phone.send(text);
          await phone.receive(FROM_ABROAD);
        }
      }
      const admin = await field.admin();
      const proven = await admin.post('/api/admin/step-up', { password: ADMIN_PASSWORD });
      assert.equal(proven.status, 204);
      const refused = await admin.post('/api/admin/whatsapp/pair', { phone: '11 1234' });
      assert.deepEqual([refused.status, codeOf(refused.body)], [400, 'invalid_request']);
      assert.ok((refused.body as { detail?: string }).detail);
      assert.equal(await countOf(field, 'account'), before);
    },
  },
  {
    id: 10,
    standard: 'OWASP ASVS 5.0 4.1.3',
    attack: 'X-Forwarded-For with a made-up address before the one that the proxy adds',
    outcome: 'counted under the one of the proxy',
    play: async (field) => {
      let refused = 0;
      for (let n = 0; n < 65; n += 1) {
        const address = `192.0.2.${n + 1}, 198.51.100.10`;
        const { status } = await field.browser({ address }).post('/api/auth/requests', {});
        if (status === 429) refused += 1;
        else assert.equal(status, 201);
      }
      assert.equal(refused, 5);
    },
  },
  {
    id: 12,
    standard: 'OWASP ASVS 5.0 6.3.8',
    attack: 'A chat names a CPF of another number, and CPF after CPF',
    outcome: 'the answer of a CPF that nobody has; three a day',
    play: async (field) => {
      const victim = await field.person('Zuleica Wanderley');
      const answer = await answerTo(field, victim.cpf);
      assert.equal(answer, await answerTo(field, field.unusedCpf()));
      for (const secret of ['Zuleica', victim.cpf, victim.phone.number.slice(-4)]) {
        assert.ok(!answer.includes(secret), answer);
      }
      const guesser = await field.stranger();
      for (let n = 0; n < 3; n += 1) {
        await guesser.send(field.unusedCpf());
        await guesser.receive(NOT_FOUND);
      }
      await guesser.send(victim.cpf);
      assert.doesNotMatch(await guesser.receive(/./), NOT_FOUND);
    },
  },
  {
    id: 19,
    standard: 'ANATEL Resolução 553/2010',
    attack: 'The same mobile with and without the ninth digit',
    outcome: 'one account',
    play: async (field) => {
      const person = await field.person();
      const numbers = await countOf(field, 'whatsapp_number');
      const old = await phoneOf(field, person.phone.number.replace(/^(\d{4})9/, '$1'));
      await old.send('entrar');
      await old.receive(/com outro WhatsApp/);
      assert.equal(await countOf(field, 'whatsapp_number'), numbers);
    },
  },
];
