import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createDigests } from '#src/adapters/crypto/digests.js';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';
import { systemRandom } from '#src/adapters/crypto/random.js';
import { createCheckCode } from '#src/app/proof/check-code.js';
import type { Code } from '#src/domain/challenge.js';
import { allAtOnce, contract, newTaxId, NOON } from '../contract/parts.js';
import { createStage, DAY_MS, type Stage } from './stage.js';

const HOUR_MS = 3_600_000;

contract('guesses at a code', (parts) => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage(parts());
  });

  type Person = Awaited<ReturnType<Stage['person']>>;

  /** The code that the person asked for in the chat. */
  async function codeFromChat(person: Person): Promise<Code> {
    await stage.act(person, { type: 'sendAccess', greeting: 'known' });
    const [, code = ''] = await stage.sentTo(person.chat);
    expect(code).toMatch(/^\d{6}$/);
    return code as Code;
  }

  function wrong(code: Code): Code {
    return String((Number(code) + 1) % 1_000_000).padStart(6, '0') as Code;
  }

  let browsers = 0;
  /** A browser in which the person's CPF was typed, and that has been in before if it brings a token along. */
  async function browser({ taxId }: Pick<Person, 'taxId'>, known: readonly string[] = []) {
    browsers += 1;
    const address = `198.51.100.${browsers % 250}`;
    const asked = await stage.requestCode({
      ...{ subject: { taxId }, purpose: 'login', browserToken: null, known, address },
    });
    if (!asked.ok) throw new Error(asked.error.code);
    const { challengeId, browserToken } = asked.value;
    const digests = createDigests(createKeyRing(parts().masterKeys));
    const { store } = stage;
    const codes = createCheckCode({ digests, random: systemRandom, store });
    const input = {
      challengeId,
      purpose: 'login',
      owner: null,
      bindingDigest: digests.token('browser', browserToken),
      known: known.map((token) => digests.token('known-browser', token)),
    } as const;
    return async (code: Code): Promise<string> => {
      const { result } = await codes.check({ ...input, code, now: stage.now() });
      if (!result.ok) return result.error.code;
      const precheck = () => Promise.resolve<{ readonly code: 'rejection' } | null>(null);
      const checked = await store.transaction((tables) =>
        codes.consume(tables, { right: result.value, now: stage.now(), precheck }),
      );
      return checked.ok ? 'in' : checked.error.code;
    };
  }

  /** Wrong codes of strangers, five a browser. */
  async function guessedBefore(person: Person, guesses: number): Promise<void> {
    for (let guess = 0; guess < guesses; guess += 5) {
      const type = await browser(person);
      for (let n = 0; n < 5; n += 1) await type('000000' as Code);
      if (guess % 25 === 20) stage.pass(HOUR_MS);
    }
  }

  describe('from the chat', () => {
    it('may be made in a browser whose own code was not sent', async () => {
      const person = await stage.person();
      const code = await codeFromChat(person);
      expect(await (await browser(person))(code)).toBe('in');
    });

    it('may not be made in a browser whose own code was sent', async () => {
      const person = await stage.person();
      const code = await codeFromChat(person);
      stage.pass(61_000);
      const type = await browser(person);
      expect(await stage.sentTo(person.chat)).toHaveLength(2);
      expect(await type(code)).toBe('wrong_code');
    });

    it('are five a browser, which leaves the owner in another one theirs', async () => {
      const person = await stage.person();
      const code = await codeFromChat(person);
      const stranger = await browser(person);
      for (let guess = 0; guess < 5; guess += 1) {
        expect(await stranger(wrong(code))).toBe('wrong_code');
      }
      expect(await stranger(code)).toBe('challenge_exhausted');
      expect(await (await browser(person))(code)).toBe('in');
    });
  });

  it('case A4: a code that was never sent opens nothing', async () => {
    const person = await stage.person();
    // Whatever code is made next, the guesser has it.
    const lucky = createCheckCode({
      digests: createDigests(createKeyRing(parts().masterKeys)),
      random: systemRandom,
      store: stage.store,
    });
    const digests = createDigests(createKeyRing(parts().masterKeys));
    const code = '314159' as Code;
    for (const sent of [false, true]) {
      const [challengeId, bindingDigest] = [randomUUID(), digests.token('browser', `b${sent}`)];
      await stage.store.challenges.open({
        ...{ id: challengeId, accountId: person.id, taxId: person.taxId, purpose: 'login', sent },
        ...{
          bindingDigest,
          now: stage.now(),
          expiresAt: new Date(stage.now().getTime() + 300_000),
        },
        codeDigest: digests.code({ challengeId, accountId: person.id, purpose: 'login', code }),
      });
      const guess = { challengeId, code, bindingDigest, known: [], owner: null, now: stage.now() };
      const { result } = await lucky.check({ ...guess, purpose: 'login' });
      expect(result.ok ? 'in' : result.error.code).toBe(sent ? 'in' : 'wrong_code');
    }
  });

  it('case A5: are twenty-five an hour over all browsers, whatever is guessed at, and the right one is none either', async () => {
    const person = await stage.person();
    const code = await codeFromChat(person);
    const types: Awaited<ReturnType<typeof browser>>[] = [];
    for (let n = 0; n < 21; n += 1) types.push(await browser(person));
    const guesses = await allAtOnce(105, (n) => {
      const type = types[n % 21];
      if (type === undefined) throw new Error('no such browser');
      return type(wrong(code));
    });
    expect(guesses.filter((said) => said === 'wrong_code')).toHaveLength(25);
    expect(guesses.filter((said) => said === 'too_many_requests')).toHaveLength(80);
    expect(await (await browser(person))(code)).toBe('too_many_requests');
    stage.pass(HOUR_MS);
    expect(await (await browser(person))(await codeFromChat(person))).toBe('in');
  });

  it('case A5: leave the browser that was in before tries of its own', async () => {
    const person = await stage.person();
    const { knownToken } = await stage.signIn(person.id);
    await stage.sentTo(person.chat);
    const code = await codeFromChat(person);
    for (let n = 0; n < 5; n += 1) {
      const type = await browser(person);
      for (let guess = 0; guess < 5; guess += 1) await type(wrong(code));
    }
    expect(await (await browser(person))(code)).toBe('too_many_requests');
    const own = await browser(person, [knownToken ?? '']);
    expect(await own(wrong(code))).toBe('wrong_code');
    expect(await own(code)).toBe('in');
  });

  it('case B2: answer a stranger the same when the owner has logged in meanwhile as for a CPF that nobody has', async () => {
    const person = await stage.person();
    const code = await codeFromChat(person);
    const known = await browser(person);
    const unknown = await browser({ taxId: newTaxId() });
    expect(await (await browser(person))(code)).toBe('in');
    const said: (string | undefined)[] = [];
    for (let n = 0; n < 7; n += 1) {
      const both = [await known('000001' as Code), await unknown('000001' as Code)];
      expect(both[0]).toBe(both[1]);
      said.push(both[0]);
    }
    expect(said.slice(4, 6)).toEqual(['wrong_code', 'challenge_exhausted']);
  });

  it('case B2: an exhausted code says the same of a CPF that nobody has once decoys are swept', async () => {
    const known = await browser(await stage.person());
    const unknown = await browser({ taxId: newTaxId() });
    for (let guess = 0; guess < 5; guess += 1) {
      for (const type of [known, unknown]) await type('000001' as Code);
    }
    const ask = async () => [await known('000001' as Code), await unknown('000001' as Code)];
    expect(await ask()).toEqual(['challenge_exhausted', 'challenge_exhausted']);
    stage.pass(20 * 60_000);
    const [day, tenMinutes] = [DAY_MS, 600_000].map((ms) => new Date(stage.now().getTime() - ms));
    await stage.store.challenges.sweep(day ?? NOON, tenMinutes ?? NOON);
    expect(await ask()).toEqual(['challenge_expired', 'challenge_expired']);
  });

  it('case B2: of strangers write the same rows whether the owner asked for a code in the chat or not', async () => {
    const person = await stage.person();
    const code = await codeFromChat(person);
    const stranger = await browser(person);
    expect(await stranger(wrong(code))).toBe('wrong_code');
    const { prisma } = parts().database;
    const found = await prisma.challenge.findMany({ where: { accountId: person.id } });
    const guessedAt = found.filter(({ attempts }) => attempts > 0);
    expect(guessedAt.map(({ sent }) => sent)).toEqual([false]);
    expect(await (await browser(person))(code)).toBe('in');
  });

  it('case A5: of browsers that were in before are twenty-five at one code from the chat, all at once', async () => {
    const person = await stage.person();
    const tokens: string[] = [];
    for (let n = 0; n < 2; n += 1) {
      tokens.push((await stage.signIn(person.id)).knownToken ?? '');
    }
    await stage.sentTo(person.chat);
    const code = await codeFromChat(person);
    const types: Awaited<ReturnType<typeof browser>>[] = [];
    // Eight browsers, by turns with what one or the other sign-in left.
    for (let n = 0; n < 8; n += 1)
      types.push(await browser(person, tokens.slice(n % 2, (n % 2) + 1)));
    await allAtOnce(40, (n) => types[n % 8]?.(wrong(code)) ?? Promise.reject(new Error('none')));
    const { prisma } = parts().database;
    const chat = await prisma.challenge.findFirst({
      where: { accountId: person.id, bindingDigest: null },
    });
    expect(chat?.attempts).toBe(25);
    expect(await (await browser(person, tokens.slice(0, 1)))(code)).toBe('wrong_code');
    // Strangers have their own.
    expect(await (await browser(person))(code)).toBe('in');
  });

  it('a hundred in a row pause codes: the chat gets the link alone, and it brings them back (case 3)', async () => {
    const person = await stage.person();
    await guessedBefore(person, 95);
    stage.pass(HOUR_MS);
    await stage.sentTo(person.chat);
    await codeFromChat(person);
    stage.pass(61_000);
    await guessedBefore(person, 5);
    await stage.sentTo(person.chat);
    const access = { type: 'sendAccess', greeting: 'known' } as const;
    expect(await stage.act(person, access)).toMatchObject([{ outcome: 'sent' }]);
    expect(await stage.sentTo(person.chat)).toEqual([expect.stringMatching(/^only link http/)]);
    // The limits count it like any other.
    expect(await stage.act(person, access)).toMatchObject([{ outcome: 'too_soon' }]);
    await stage.store.accounts.clearFailures(person.id);
    await codeFromChat(person);
  });
});
