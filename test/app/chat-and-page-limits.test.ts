import { beforeEach, expect, it } from 'vitest';
import { contract } from '../contract/parts.js';
import { ADDRESS, CHROME, createStage, type Stage } from './stage.js';

contract('what the chat and pages send to one person', (parts) => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage(parts());
  });

  const ACCESS = { type: 'sendAccess', greeting: 'known' } as const;
  type Person = Awaited<ReturnType<Stage['person']>>;

  async function askOnPage({ taxId }: Person) {
    const asked = await stage.requestCode({
      ...{ subject: { taxId }, purpose: 'login', browserToken: null, known: [], address: ADDRESS },
    });
    if (!asked.ok) throw new Error(asked.error.code);
    return asked.value;
  }

  it('case E4: a page gets a code at once after the link was used that came a moment ago', async () => {
    const person = await stage.person();
    await stage.act(person, ACCESS);
    const [link = ''] = await stage.sentTo(person.chat);
    const token = link.split('/l/')[1] ?? '';
    const redeemed = await stage.links.redeem({ token, userAgent: CHROME, address: ADDRESS });
    expect(redeemed.ok).toBe(true);
    await stage.sentTo(person.chat);
    stage.pass(5_000);
    expect(await askOnPage(person)).toMatchObject({ held: false });
    expect(await stage.sentTo(person.chat)).toEqual([
      'page code',
      expect.stringMatching(/^\d{6}$/),
    ]);
  });

  it('case E4: while the code from the chat lives no other is sent, and that one works on the page', async () => {
    const person = await stage.person();
    await stage.act(person, ACCESS);
    await stage.sentTo(person.chat);
    stage.pass(5_000);
    await askOnPage(person);
    expect(await stage.sentTo(person.chat)).toEqual([]);
  });

  it('case F13: a code that was pasted into the chat and died holds the next one back no longer', async () => {
    const person = await stage.person();
    expect(await stage.act(person, ACCESS)).toMatchObject([{ outcome: 'sent' }]);
    stage.pass(5_000);
    expect(await stage.act(person, ACCESS)).toMatchObject([
      { outcome: 'too_soon', retryAfterS: 55 },
    ]);
    await stage.act(person, { type: 'killCode' });
    expect(await stage.act(person, ACCESS)).toMatchObject([{ outcome: 'sent' }]);
  });

  it('case B1: the chat has an allowance of its own, and what it sends counts for pages', async () => {
    const person = await stage.person();
    for (let n = 0; n < 4; n += 1) {
      await askOnPage(person);
      expect(await stage.sentTo(person.chat)).toHaveLength(2);
      stage.pass(61_000);
    }
    expect(await stage.act(person, ACCESS)).toMatchObject([{ outcome: 'sent' }]);
    await stage.sentTo(person.chat);
    stage.pass(61_000);
    await askOnPage(person);
    expect(await stage.sentTo(person.chat)).toEqual([]);
    for (let n = 0; n < 4; n += 1) {
      stage.pass(61_000);
      expect(await stage.act(person, ACCESS)).toMatchObject([{ outcome: 'sent' }]);
    }
    stage.pass(61_000);
    expect(await stage.act(person, ACCESS)).toMatchObject([{ outcome: 'too_many' }]);
  });
});
