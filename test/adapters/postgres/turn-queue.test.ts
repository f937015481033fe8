import { describe, expect, it } from 'vitest';
import {
  createTurnQueue,
  type Engine,
  type Peer,
} from '#src/adapters/postgres/embedded/turn-queue.js';

/** An engine that takes words for messages: BEGIN and COMMIT open and close a transaction. */
function createWordEngine() {
  const ran: string[] = [];
  let inTransaction = false;
  const engine: Engine = {
    run: async (messages, send) => {
      const word = Buffer.from(messages).toString('latin1');
      await new Promise(setImmediate);
      if (word === 'BREAK') throw new Error('the engine broke');
      if (word === 'BEGIN') inTransaction = true;
      if (word === 'COMMIT' || word.includes('ROLLBACK')) inTransaction = false;
      ran.push(word.includes('ROLLBACK') ? 'ROLLBACK' : word);
      send(messages);
    },
    inTransaction: () => inTransaction,
  };
  return { engine, ran };
}

async function settled(): Promise<void> {
  for (let round = 0; round < 30; round += 1) await new Promise(setImmediate);
}

function setUp() {
  const { engine, ran } = createWordEngine();
  const broken: unknown[] = [];
  const queue = createTurnQueue(engine, (error) => broken.push(error));
  const peer = (): Peer => ({ send: () => undefined });
  const submit = (from: Peer, word: string, unfinished = false) =>
    queue.submit(from, { messages: Buffer.from(word), unfinished });
  return { queue, ran, broken, submit, ann: peer(), bob: peer() };
}

describe('the turn queue', () => {
  it('runs turns in the order they came', async () => {
    const { submit, ran, ann, bob } = setUp();
    submit(ann, '1');
    submit(bob, '2');
    submit(ann, '3');
    await settled();
    expect(ran).toEqual(['1', '2', '3']);
  });

  it('lets nobody into an open transaction', async () => {
    const { submit, ran, ann, bob } = setUp();
    submit(ann, 'BEGIN');
    submit(bob, 'other');
    submit(ann, 'write');
    await settled();
    expect(ran).toEqual(['BEGIN', 'write']);
    submit(ann, 'COMMIT');
    await settled();
    expect(ran).toEqual(['BEGIN', 'write', 'COMMIT', 'other']);
  });

  it('lets nobody between the parts of one extended query', async () => {
    const { submit, ran, ann, bob } = setUp();
    submit(ann, 'parse and flush', true);
    submit(bob, 'other');
    submit(ann, 'bind and sync');
    await settled();
    expect(ran).toEqual(['parse and flush', 'bind and sync', 'other']);
  });

  it('rolls back what a connection left open and forgets what it still wanted', async () => {
    const { submit, queue, ran, ann, bob } = setUp();
    submit(ann, 'BEGIN');
    submit(ann, 'write');
    submit(bob, 'other');
    submit(ann, 'never');
    queue.leave(ann);
    await settled();
    expect(ran).toEqual(['BEGIN', 'ROLLBACK', 'other']);
  });

  it('tells that the engine broke and runs nothing more', async () => {
    const { submit, ran, broken, ann } = setUp();
    submit(ann, 'BREAK');
    submit(ann, 'never');
    await settled();
    submit(ann, 'never');
    await settled();
    expect(broken).toEqual([new Error('the engine broke')]);
    expect(ran).toEqual([]);
  });
});
