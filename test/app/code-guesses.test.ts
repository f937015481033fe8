import { beforeEach, describe, expect, it } from 'vitest';
import { createDigests } from '#src/adapters/crypto/digests.js';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';
import { createCheckCode } from '#src/app/check-code.js';
import type { Code } from '#src/domain/challenge.js';
import { contract } from '../contract/parts.js';
import { createStage, type Stage } from './stage.js';

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
  /** A browser in which the person's CPF was typed. */
  async function browser({ taxId }: Person) {
    browsers += 1;
    const address = `198.51.100.${browsers % 250}`;
    const subject = { taxId };
    const asked = await stage.requestCode({
      ...{ subject, purpose: 'login', browserToken: null, address },
    });
    if (!asked.ok) throw new Error(asked.error.code);
    const { challengeId, browserToken } = asked.value;
    const digests = createDigests(createKeyRing(parts().masterKeys));
    const bindingDigest = digests.token('browser', browserToken);
    const check = createCheckCode({ digests });
    return async (code: Code): Promise<string> => {
      const vet = () => Promise.resolve<{ readonly code: 'objection' } | null>(null);
      const input = { challengeId, code, purpose: 'login', bindingDigest, owner: null } as const;
      const checked = await stage.store.transaction((tables) =>
        check(tables, { ...input, now: stage.now(), vet }),
      );
      return checked.ok ? 'in' : checked.error.code;
    };
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

    it('are twenty-five over all browsers; then the right one is none either', async () => {
      const person = await stage.person();
      const code = await codeFromChat(person);
      for (let stranger = 0; stranger < 5; stranger += 1) {
        const type = await browser(person);
        for (let guess = 0; guess < 5; guess += 1) await type(wrong(code));
      }
      expect(await (await browser(person))(code)).toBe('wrong_code');
    });
  });

  it('a hundred in a row pause codes: the chat gets the link alone, and it brings them back (case 3)', async () => {
    const person = await stage.person();
    for (let failure = 0; failure < 99; failure += 1) {
      await stage.store.accounts.countFailure(person.id);
    }
    await codeFromChat(person);
    stage.pass(61_000);
    await stage.store.accounts.countFailure(person.id);
    const access = { type: 'sendAccess', greeting: 'known' } as const;
    expect(await stage.act(person, access)).toMatchObject([{ outcome: 'sent' }]);
    expect(await stage.sentTo(person.chat)).toEqual([expect.stringMatching(/^only link http/)]);
    // The limits count it like any other.
    expect(await stage.act(person, access)).toMatchObject([{ outcome: 'too_soon' }]);
    await stage.store.accounts.clearFailures(person.id);
    stage.pass(61_000);
    await codeFromChat(person);
  });
});
