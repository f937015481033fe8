import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keyIdText } from '#src/adapters/crypto/key-check.js';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';
import type { InstanceFacts } from '#src/app/ports/tables/instance-facts.js';
import { checkMasterKeys } from '#src/main/check-master-keys.js';
import { OperatorError } from '#src/main/operator-error.js';

function createMemoryFacts(): InstanceFacts & { readonly names: () => string[] } {
  const facts = new Map<string, Uint8Array>();
  return {
    names: () => [...facts.keys()],
    read: (name) => Promise.resolve(facts.get(name) ?? null),
    list: (prefix) =>
      Promise.resolve(
        [...facts]
          .filter(([name]) => name.startsWith(prefix))
          .map(([name, value]) => ({ name, value })),
      ),
    insertOnce: (name, value) => {
      facts.set(name, facts.get(name) ?? value);
      return Promise.resolve(facts.get(name) ?? value);
    },
  };
}

const [first, second, third, stranger] = Array.from({ length: 4 }, () => randomBytes(32)) as [
  Buffer,
  Buffer,
  Buffer,
  Buffer,
];
const idOf = (key: Buffer): string => keyIdText(createKeyRing([key]).current);

describe('the master keys of a database', () => {
  async function start(facts: InstanceFacts, ...keys: readonly Buffer[]): Promise<void> {
    await checkMasterKeys(facts, createKeyRing(keys));
  }

  async function rotatedTwice() {
    const facts = createMemoryFacts();
    await start(facts, first);
    await start(facts, second, first);
    await start(facts, third, second, first);
    return facts;
  }

  it('are all there, in whatever order the older ones are', async () => {
    const facts = await rotatedTwice();
    await start(facts, third, first, second);
    await start(facts, third, second, first, stranger);
  });

  it('may not lack one out of the middle, and its id is named', async () => {
    const facts = await rotatedTwice();
    const refused = start(facts, third, first);
    await expect(refused).rejects.toThrow(OperatorError);
    await expect(refused).rejects.toThrow(`MASTER_KEY lacks the key ${idOf(second)} `);
    await expect(refused).rejects.toThrow(`Here are: ${idOf(third)}, ${idOf(first)}.`);
  });

  it('may not lack the one that was current last', async () => {
    await expect(start(await rotatedTwice(), second, first)).rejects.toThrow(idOf(third));
  });

  it('may not lack the first one, from before ids were recorded either', async () => {
    const facts = createMemoryFacts();
    const { names } = facts;
    await start(facts, first);
    expect(names()).toEqual(['master_key_check', `master_key_check:${idOf(first)}`]);
    await expect(start(facts, second)).rejects.toThrow('written under another MASTER_KEY');
  });

  it('are not taken on by a start that is refused', async () => {
    const facts = await rotatedTwice();
    await expect(start(facts, stranger, third, first)).rejects.toThrow(idOf(second));
    await start(facts, third, second, first);
  });
});
