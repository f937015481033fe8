import { createAccessCopy } from '#bot-flows/copy/access-copy.js';
import { COPY } from '#bot-flows/copy/catalogue.js';
import { createPasswordHasher } from '#src/adapters/crypto/password-hasher.js';
import { createAccessTokens } from '#src/adapters/crypto/access-tokens.js';
import { systemClock } from '#src/adapters/crypto/clock.js';
import { systemRandom } from '#src/adapters/crypto/random.js';
import { createMemoryEventBus } from '#src/adapters/memory/event-bus.js';
import { createMemoryRateLimiter } from '#src/adapters/memory/rate-limiter.js';
import { openChallenge } from '#src/app/proof/issue-code.js';
import { createMagicLinks, issueLoginLink } from '#src/app/sign-in/link/magic-link.js';
import { createCheckProof } from '#src/app/proof/check-proof.js';
import { createStartSession } from '#src/app/session/start-session.js';
import { createVerifyCode } from '#src/app/sign-in/code/verify-code.js';
import { parsePersonName } from '#src/domain/person-name.js';
import { parsePhone } from '#src/domain/phone.js';
import { parseTaxId, type TaxId } from '#src/domain/tax-id.js';
import type { Storage } from '#src/main/open-storage.js';
import { withEvents } from '../support/events.js';
import { SAO_PAULO } from '../support/time-zone.js';
import { timed } from './compare.js';
import { personOf } from './conversations.js';

const ORIGIN = 'http://localhost:3000';

async function createAccount({ store }: Storage): Promise<{ id: string; taxId: TaxId }> {
  const { number, cpf } = personOf(0);
  const taxId = parseTaxId(cpf);
  const name = parsePersonName('Ana Pereira');
  const phone = parsePhone(number, 'br');
  if (!taxId.ok || !name.ok || !phone.ok) throw new Error('the sample person is not valid');
  const id = systemRandom.id();
  const now = systemClock.now();
  await store.accounts.create({
    id,
    numberId: systemRandom.id(),
    taxId: taxId.value,
    name: name.value,
    phone: phone.value,
    consentedAt: now,
    now,
  });
  return { id, taxId: taxId.value };
}

/** Limits count per address: each try comes from another one. */
function createAddresses(): () => string {
  let tries = 0;
  return () => {
    tries += 1;
    return `10.1.${tries >> 8}.${tries & 255}`;
  };
}

/** One person who signs in by code and by link, again and again, by the product's use cases over this storage. */
export async function createSignIns(storage: Storage) {
  const { digests } = storage;
  const store = withEvents(storage.store, { bus: createMemoryEventBus() });
  const random = systemRandom;
  const clock = systemClock;
  const limiter = createMemoryRateLimiter();
  const { signingKeys } = store;
  const accessTokens = await createAccessTokens({ signingKeys, issuer: ORIGIN, clock });
  const copy = createAccessCopy({ copy: COPY['pt-BR'], timeZone: SAO_PAULO });
  const startSession = createStartSession({ random, digests, accessTokens, copy });
  const proofs = createCheckProof({
    ...{ store, clock, random, digests, limiter },
    passwords: createPasswordHasher(),
    warnOwner: () => Promise.reject(new Error('nobody guesses here')),
  });
  const verifyCode = createVerifyCode({ proofs, startSession });
  const { redeem } = createMagicLinks({ store, clock, digests, limiter, startSession });
  const { id: accountId, taxId } = await createAccount(storage);
  const nextAddress = createAddresses();
  const browserToken = random.token();
  const asked = { purpose: 'login', browserToken, known: [], userAgent: 'Mozilla/5.0' } as const;

  const newChallenge = () =>
    openChallenge(
      { random, digests, tables: store },
      {
        ...{ accountId, taxId },
        purpose: 'login',
        bindingDigest: digests.token('browser', browserToken),
        sent: true,
        now: clock.now(),
      },
    );
  const newLink = async (): Promise<string> => {
    const made = await issueLoginLink({ random, digests, publicUrl: ORIGIN }, store, {
      accountId,
      now: clock.now(),
    });
    return made.url.slice(-43);
  };

  return {
    ...{ accountId, startSession, copy, nextAddress, newChallenge },
    /** The id of a link that is open. */
    newLinkId: async (): Promise<string> => {
      const found = await store.loginLinks.find({
        tokenDigest: digests.token('login-link', await newLink()),
        purpose: 'login',
      });
      if (found === null) throw new Error('the link was not stored');
      return found.id;
    },
    /** @returns milliseconds from the code to the session */
    byCode: async (): Promise<number> => {
      const { challengeId, code } = await newChallenge();
      return timed(async () => {
        const done = await verifyCode({ ...asked, challengeId, code, address: nextAddress() });
        if (!done.ok) throw new Error(`the code was refused: ${done.error.code}`);
      });
    },
    /** @returns milliseconds from the link to the session */
    byLink: async (): Promise<number> => {
      const token = await newLink();
      return timed(async () => {
        const done = await redeem({ token, userAgent: asked.userAgent, address: nextAddress() });
        if (!done.ok) throw new Error(`the link was refused: ${done.error.code}`);
      });
    },
  };
}
