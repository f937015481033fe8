import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createDigests } from '#src/adapters/crypto/digests.js';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';
import { limitAddress } from '#src/app/proof/limit-address.js';
import { THROTTLES } from '#src/domain/throttle.js';
import { contract, digest, newTaxId } from '../contract/parts.js';
import { createStage, type Stage } from './stage.js';

contract('codes that pages ask for are capped (case 8)', (parts) => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage(parts());
  });

  async function ask(address: string): Promise<boolean> {
    const subject = { taxId: newTaxId() };
    const asked = await stage.requestCode({
      ...{ subject, purpose: 'login', browserToken: null, known: [], address },
    });
    if (!asked.ok) expect(asked.error).toMatchObject({ code: 'too_many_requests' });
    return asked.ok;
  }

  it('for one address', async () => {
    for (let asked = 0; asked < THROTTLES.codePerIp.limit; asked += 1) {
      expect(await ask('203.0.113.9')).toBe(true);
    }
    expect(await ask('203.0.113.9')).toBe(false);
    expect(await ask('203.0.113.10')).toBe(true);
  });

  it('for one /48 of IPv6, from however many of its /64', async () => {
    const limit = 3 * THROTTLES.codePerIp.limit;
    for (let asked = 0; asked < limit; asked += 1) {
      expect(await ask(`2001:db8:7:${(asked << 8).toString(16)}::1`)).toBe(true);
    }
    expect(await ask('2001:db8:7:ffff::1')).toBe(false);
    expect(await ask('2001:db8:8:ffff::1')).toBe(true);
  });

  it('for all pages together', async () => {
    const { codeEverywhere } = THROTTLES;
    for (let others = 1; others < codeEverywhere.limit; others += 1) {
      await stage.limiter.hit(codeEverywhere, 'everybody');
    }
    expect(await ask('198.51.100.1')).toBe(true);
    expect(await ask('192.0.2.1')).toBe(false);
  });

  it('case B4: and a browser that was in the account before gets one all the same', async () => {
    const person = await stage.person();
    const digests = createDigests(createKeyRing(parts().masterKeys));
    const token = randomUUID();
    await stage.store.sessions.create({
      ...{ id: randomUUID(), accountId: person.id, method: 'code', browser: null, system: null },
      refresh: { id: randomUUID(), digest: digest(), expiresAt: stage.now() },
      knownDigest: digests.token('known-browser', token),
      ...{ devicesSince: stage.now(), now: stage.now() },
    });
    const { codeEverywhere } = THROTTLES;
    for (let others = 0; others < codeEverywhere.limit; others += 1) {
      await stage.limiter.hit(codeEverywhere, 'everybody');
    }
    const own = { subject: { taxId: person.taxId }, purpose: 'login', browserToken: null } as const;
    const address = '192.0.2.7';
    const stranger = await stage.requestCode({ ...own, known: [], address });
    expect(stranger.ok).toBe(false);
    expect((await stage.requestCode({ ...own, known: [token], address })).ok).toBe(true);
  });

  describe('and links to a new password with them', () => {
    async function askReset(address: string): Promise<boolean> {
      const asked = await stage.requestReset({ taxId: newTaxId(), known: [], address });
      return asked.ok;
    }

    it('for one /48 of IPv6', async () => {
      const limit = 3 * THROTTLES.codePerIp.limit;
      for (let asked = 1; asked < limit; asked += 1) {
        const others = `2001:db8:9:${(asked << 8).toString(16)}::1`;
        await limitAddress(stage.limiter, THROTTLES.codePerIp, others);
      }
      expect(await ask('2001:db8:9:f100::1')).toBe(true);
      expect(await askReset('2001:db8:9:f200::1')).toBe(false);
      expect(await askReset('2001:db8:a:2::1')).toBe(true);
    });

    it('for all pages together', async () => {
      const { codeEverywhere } = THROTTLES;
      for (let others = 1; others < codeEverywhere.limit; others += 1) {
        await stage.limiter.hit(codeEverywhere, 'everybody');
      }
      expect(await askReset('198.51.100.1')).toBe(true);
      expect(await askReset('192.0.2.1')).toBe(false);
      expect(await ask('192.0.2.2')).toBe(false);
    });
  });
});
