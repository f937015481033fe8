import { expect, it } from 'vitest';
import { createDigests } from '#src/adapters/crypto/digests.js';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';
import { createPasswordHasher } from '#src/adapters/crypto/password-hasher.js';
import { systemRandom } from '#src/adapters/crypto/random.js';
import { createMemoryRateLimiter } from '#src/adapters/memory/rate-limiter.js';
import type { CheckProof } from '#src/app/proof/check-proof.js';
import { issueLink } from '#src/app/sign-in/link/issue-link.js';
import { createPasswordReset } from '#src/app/sign-in/password/reset.js';
import { createAccessCopy } from '#bot-flows/copy/access-copy.js';
import { COPY } from '#bot-flows/copy/catalogue.js';
import { contract, newChat, newPhone, NOON, register } from '../contract/parts.js';
import { SAO_PAULO } from '../support/time-zone.js';

const PASSWORD = 'girassol trovoada sete lagos';

/** A reset by link asks for no proof. */
const unasked = (): Promise<never> => Promise.reject(new Error('a proof was asked for'));
const proofs: CheckProof = { prove: unasked, proveWith: unasked, checkProof: unasked };

contract('a new password by the link', (parts) => {
  it('is not set when somebody claims the account while it is hashed, and keeps the link', async () => {
    const { store, masterKeys } = parts();
    const keyRing = createKeyRing(masterKeys);
    const digests = createDigests(keyRing);
    const { id: accountId, taxId } = await register(parts());
    const real = createPasswordHasher();
    const claim = { accountId, taxId, chat: newChat(), phone: newPhone(), now: NOON };
    const reset = createPasswordReset({
      ...{ store, digests, random: systemRandom, proofs },
      clock: { now: () => NOON },
      limiter: createMemoryRateLimiter(),
      copy: createAccessCopy({ copy: COPY['pt-BR'], timeZone: SAO_PAULO }),
      passwords: {
        verify: (hash, password) => real.verify(hash, password),
        hash: async (password) => {
          await store.claims.record({ ...claim, id: systemRandom.id() });
          return real.hash(password);
        },
      },
    });
    const deps = { random: systemRandom, digests, publicUrl: 'http://localhost:3000' };
    const { url } = await store.transaction((tables) =>
      issueLink(deps, tables, { accountId, purpose: 'password_reset', now: NOON }),
    );
    const token = url.slice(-43);
    const input = { token, password: PASSWORD, address: '10.0.0.1' };
    expect(await reset.byLink(input)).toEqual({ ok: false, error: { code: 'account_contested' } });
    expect((await reset.preview(input)).ok).toBe(true);
    expect(await store.passwords.find(accountId)).toBeNull();
  });
});
