import { expect, it } from 'vitest';
import { createOwnName } from '#src/app/account/own-name.js';
import { parsePersonName, type PersonName } from '#src/domain/person-name.js';
import { contract } from '../contract/parts.js';
import { createStage } from './stage.js';

function nameOf(text: string): PersonName {
  const name = parsePersonName(text);
  if (!name.ok) throw new Error(`${text} is a name`);
  return name.value;
}

contract('the owner of a name that was changed on the page', (parts) => {
  it('is told in the chat, without the name, and of many changes at once in one message', async () => {
    const stage = createStage(parts());
    const person = await stage.person();
    const claims = await stage.signIn(person.id);
    await stage.sentTo(person.chat);
    const ownName = createOwnName(stage.basics);
    expect((await ownName.change(claims, nameOf('Zuleica Aparecida'))).ok).toBe(true);
    expect(await stage.sentTo(person.chat)).toEqual(['name changed']);
    expect((await ownName.change(claims, nameOf('Zuleica Braga'))).ok).toBe(true);
    expect(await stage.sentTo(person.chat)).toEqual([]);
  });

  it('is not told of a change that was refused', async () => {
    const stage = createStage(parts());
    const person = await stage.person();
    const claims = await stage.signIn(person.id);
    await stage.sentTo(person.chat);
    stage.pass(60 * 60_000);
    const refused = await createOwnName(stage.basics).change(claims, nameOf('Zuleica Aparecida'));
    expect(refused).toMatchObject({ ok: false });
    expect(await stage.sentTo(person.chat)).toEqual([]);
  });
});
