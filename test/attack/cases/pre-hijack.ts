import assert from 'node:assert/strict';
import { ADMIN_PASSWORD } from '../../e2e/support/admin-client.js';
import { until } from '../../support/until.js';
import type { AttackCase } from '../case.js';
import { byCredential, codeOf, isSignedIn, pendingLink, statusOf } from '../google.js';

const PASSWORD = 'girassol trovoada sete lagos';

/** Case 38. */
export const PRE_HIJACK: readonly AttackCase[] = [
  {
    id: 38,
    standard: 'OWASP ASVS 5.0 6.4.1',
    attack: "A squatter registers the owner's CPF with phone, password and Google",
    outcome:
      'contested, no way in can be added; once the owner is believed nothing of the squatter opens it',
    play: async (field) => {
      const squatter = await field.person('Breno Falcão');
      const session = await field.signedIn(squatter);
      await session.post('/api/auth/password', { password: PASSWORD });
      const google = field.newGooglePerson();
      const visitor = field.browser();
      const linkId = await pendingLink(field, visitor, google);
      const body = { linkId, taxId: squatter.cpf, password: PASSWORD };
      assert.equal((await visitor.post('/api/auth/google/link', body)).status, 200);

      const owner = await field.stranger();
      await owner.send('este cpf é meu');
      await owner.receive(/Qual é o CPF/);
      await owner.send(squatter.cpf);
      await owner.receive(/Anotei/);
      const digger = field.browser();
      const second = await pendingLink(field, digger, field.newGooglePerson());
      const added = await digger.post('/api/auth/google/link', { ...body, linkId: second });
      assert.deepEqual([added.status, codeOf(added.body)], [409, 'account_contested']);

      const admin = field.browser();
      await admin.post('/api/admin/login', { password: ADMIN_PASSWORD });
      const page = String((await admin.get('/admin/claims')).body);
      const id = /name="id" value="([\w-]{36})"/.exec(page)?.[1] ?? '';
      const reason = 'Documento com foto conferido';
      const form = { id, outcome: 'upheld', reason };
      assert.equal((await admin.request('POST', '/admin/claims', { form })).status, 303);

      await until('the squatter to be out', async () => !(await isSignedIn(session)), {
        withinMs: 5_000,
      });
      assert.equal(await isSignedIn(visitor), false);
      const login = { taxId: squatter.cpf, password: PASSWORD };
      assert.equal((await field.browser().post('/api/auth/login', login)).status, 401);
      const { body: google2 } = await byCredential(field, field.browser(), google);
      assert.equal(statusOf(google2), 'require_linking');
      await squatter.phone.send('entrar');
      await squatter.phone.receive(/Qual é o seu CPF/);
      // The name was the squatter's choice.
      await owner.send('entrar');
      await owner.receive(/omo você se chama|seu nome/i);
      await owner.send('Dona Certa');
      const { link } = await field.nextAccess(owner);
      assert.equal((await field.press(field.browser(), link)).status, 303);
    },
  },
];
