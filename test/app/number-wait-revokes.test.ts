import { beforeEach, expect, it } from 'vitest';
import { createOwnNumberWait } from '#src/app/account/own-number-wait.js';
import { lidOf, type IdentityKey } from '#src/domain/sender.js';
import { contract, newChat } from '../contract/parts.js';
import { ADDRESS, CHROME, createStage, DAY_MS, type Stage, type Writer } from './stage.js';
import type { Person } from './ways-in.js';

const MINUTE_MS = 60_000;

// A wait that opens is a change of number like any other.
contract('what was begun to sign in before a wait opened (security case 32)', (parts) => {
  let stage: Stage;
  let person: Person;
  let other: Writer;
  beforeEach(async () => {
    stage = createStage(parts());
    person = await stage.person();
    await stage.act(from(person.chat, '05aa'), { type: 'identify' });
    other = from(newChat(), '05bb');
  });

  const from = (chat: Writer['chat'], identityKey: string) => ({
    ...{ chat, phone: person.phone },
    sender: { lid: lidOf(chat), identityKey: identityKey as IdentityKey },
  });

  async function wait(): Promise<void> {
    stage.pass(1);
    await stage.act(other, { type: 'proveTaxId', taxId: person.taxId });
  }

  /** The page's completion of a request that the known chat approved. */
  async function approved() {
    const arrival = { userAgent: CHROME, address: ADDRESS };
    const asked = await stage.requests.ask({ next: null, browserToken: null, ...arrival });
    if (!asked.ok) throw new Error(asked.error.code);
    const { requestId, browserToken, requestCode, number } = asked.value;
    const known = from(person.chat, '05aa');
    await stage.act(known, { type: 'openRequest', code: requestCode });
    await stage.act(known, { type: 'answerRequest', number });
    const page = { requestId, browserToken, lastKnown: null, confirmed: true };
    return () => stage.requests.complete({ ...page, ...arrival });
  }

  /** Asked for on a page: it went into the known chat, which did nothing. */
  async function asksForCode(): Promise<void> {
    const asked = { subject: { taxId: person.taxId }, purpose: 'login' } as const;
    const code = await stage.requestCode({
      ...{ ...asked, browserToken: null, known: [], address: ADDRESS },
    });
    expect(code.ok).toBe(true);
  }

  const openCodes = () =>
    parts().database.prisma.challenge.count({
      where: { accountId: person.id, consumedAt: null, supersededAt: null, disarmedAt: null },
    });
  const browsersOf = async () => {
    const where = { accountId: person.id };
    const rows = await parts().database.prisma.knownBrowser.findMany({ where });
    return rows.map(({ sessionId }) => sessionId);
  };

  it('an approved page comes to nothing after TROCAR, and known browsers are strangers', async () => {
    await wait();
    await stage.signIn(person.id);
    const complete = await approved();
    await stage.act(from(person.chat, '05aa'), { type: 'sendAccess', greeting: 'known' });
    await stage.act(from(person.chat, '05aa'), { type: 'confirmNumberChange' });
    expect(await complete()).toEqual({ ok: false, error: { code: 'not_approved' } });
    expect(await browsersOf()).toEqual([]);
    // The code in the chat is dead, so that the chat that is known now gets one at once.
    const access = await stage.act(other, { type: 'sendAccess', greeting: 'known' });
    expect(access).toMatchObject([{ outcome: 'sent' }]);
  });

  it('the session that says yes on the page keeps its browser, and no other does', async () => {
    await wait();
    await stage.signIn(person.id);
    const complete = await approved();
    const claims = await stage.signIn(person.id);
    const open = await stage.store.numberWaits.open(person.id, stage.now());
    const yes = createOwnNumberWait(stage.basics);
    expect(await yes.confirm({ claims, waitId: open?.id ?? '' })).toMatchObject({ ok: true });
    expect(await complete()).toEqual({ ok: false, error: { code: 'not_approved' } });
    expect(await browsersOf()).toEqual([claims.sessionId]);
  });

  it('a code that a page asked for dies when the time opens, and known browsers are strangers', async () => {
    await stage.signIn(person.id);
    stage.pass(DAY_MS);
    await wait();
    stage.pass(DAY_MS - MINUTE_MS);
    await asksForCode();
    expect(await openCodes()).toBe(1);
    stage.pass(MINUTE_MS);
    await stage.act(other, { type: 'identify' });
    expect(await stage.store.numberWaits.open(person.id, stage.now())).toBeNull();
    expect(await openCodes()).toBe(0);
    expect(await browsersOf()).toEqual([]);
  });
});
