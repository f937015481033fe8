import { beforeEach, expect, it } from 'vitest';
import { contract } from '../contract/parts.js';
import { ADDRESS, CHROME, createStage, type Stage, type Writer } from './stage.js';

contract('whose account an approval opens (security case 60)', (parts) => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage(parts());
  });

  async function approvedBy(writer: Writer) {
    const asked = await stage.requests.ask({
      ...{ next: null, browserToken: null, userAgent: CHROME, address: ADDRESS },
    });
    if (!asked.ok) throw new Error('the request was refused');
    const { requestId, browserToken, requestCode, number } = asked.value;
    await stage.act(writer, { type: 'openRequest', code: requestCode });
    await stage.act(writer, { type: 'answerRequest', number });
    return (lastKnown: string | null, confirmed: boolean) =>
      stage.requests.complete({
        ...{ requestId, browserToken, lastKnown, confirmed },
        ...{ userAgent: CHROME, address: ADDRESS },
      });
  }

  async function signedIn(writer: Writer): Promise<string> {
    const completed = await (await approvedBy(writer))(null, true);
    if (!completed.ok || completed.value.knownToken === null) throw new Error('nobody signed in');
    return completed.value.knownToken;
  }

  const asks = { ok: false, error: { code: 'confirmation_required', maskedName: 'M••• C•••' } };

  it('case A6: a new browser is told whose account it is, and signed in by a yes only', async () => {
    const person = await stage.person();
    const complete = await approvedBy(person);
    expect(await complete(null, false)).toEqual(asks);
    expect(await complete('no-token-of-ours', false)).toEqual(asks);
    expect(await complete(null, true)).toMatchObject({ ok: true, value: { accountId: person.id } });
    const again = { ok: false, error: { code: 'used' } };
    expect(await complete(null, false)).toEqual(again);
    expect(await complete(null, true)).toEqual(again);
  });

  it('case A6: the account this browser was in last goes in by itself, another one asks', async () => {
    const [victim, attacker] = [await stage.person(), await stage.person()];
    const victims = await signedIn(victim);
    expect(await (await approvedBy(attacker))(victims, false)).toEqual(asks);
    const own = await approvedBy(victim);
    expect(await own(victims, false)).toMatchObject({ ok: true, value: { accountId: victim.id } });
  });

  it('case A6: a question names nobody once the request has run out or the account is blocked', async () => {
    const person = await stage.person();
    const late = await approvedBy(person);
    stage.pass(60 * 60_000);
    expect(await late(null, false)).toEqual({ ok: false, error: { code: 'expired' } });
    const blocked = await approvedBy(person);
    await stage.act(person, { type: 'block' });
    expect(await blocked(null, false)).toEqual({ ok: false, error: { code: 'not_approved' } });
  });
});
