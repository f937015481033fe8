import { describe, expect, it } from 'vitest';

import { createOrderedCommits } from '#src/adapters/whatsapp/signal/ordered-commits.js';
import { createOutputGate, type FrameSink } from '#src/adapters/whatsapp/signal/output-gate.js';
import type { VaultChange } from '#src/app/ports/tables/whatsapp-vault.js';

import { createMemoryVault, type MemoryVault } from '../../support/memory-vault.js';
import { until } from '../../support/until.js';

function commitsOf(vault: MemoryVault) {
  const troubles: number[] = [];
  let fenced = 0;
  const commits = createOrderedCommits({
    commit: (changes) => vault.commit({ bot: 'test', epoch: 1n, changes }),
    random: () => 0,
    onFenced: () => (fenced += 1),
    onTrouble: (_, attempt) => void troubles.push(attempt),
  });
  return { commits, troubles, fenced: () => fenced };
}

const key = (id: string, value: string | null): VaultChange => ({
  kind: 'key',
  type: 'session',
  id,
  value,
});
const values = (vault: MemoryVault) =>
  vault.contents().keys.map(({ id, value }) => `${id}=${value}`);

describe('ordered commits', () => {
  it('go in groups: one is on its way, all others wait and go together', async () => {
    const vault = createMemoryVault();
    const { commits } = commitsOf(vault);
    const unblock = vault.block();
    commits.push([key('a', '1')]);
    await until('the first is on its way', () => commits.position() === 1);
    await new Promise(setImmediate);
    for (const round of [2, 3, 4]) commits.push([key('a', String(round)), key('b', String(round))]);
    unblock();
    expect(await commits.settle(5_000)).toBe(true);
    expect(vault.groups).toEqual([[key('a', '1')], [key('a', '4'), key('b', '4')]]);
    expect(commits.durable()).toBe(7);
  });

  it('forget everything at a clear and keep what comes after it', async () => {
    const vault = createMemoryVault({
      credentials: 'old',
      keys: [{ type: 'session', id: 'z', value: '0' }],
    });
    const { commits } = commitsOf(vault);
    commits.push([key('a', '1'), { kind: 'credentials', value: 'half' }, { kind: 'clear' }]);
    commits.push([key('b', '2'), { kind: 'credentials', value: 'new' }]);
    await commits.settle(5_000);
    expect(vault.contents()).toEqual({
      credentials: 'new',
      keys: [{ type: 'session', id: 'b', value: '2' }],
    });
  });

  it('are tried again in the same order until the database takes them', async () => {
    const vault = createMemoryVault();
    const { commits, troubles } = commitsOf(vault);
    vault.faults.push(new Error('down'), new Error('down'));
    commits.push([key('a', '1')]);
    commits.push([key('a', null), key('b', '2')]);
    await commits.settle(5_000);
    expect(values(vault)).toEqual(['b=2']);
    expect(troubles).toEqual([1, 2]);
  });

  it('end for good at a stale epoch', async () => {
    const vault = createMemoryVault();
    const { commits, fenced } = commitsOf(vault);
    vault.epoch = 2n;
    commits.push([key('a', '1')]);
    await until('fenced', () => fenced() === 1);
    vault.epoch = 1n;
    commits.push([key('b', '2')]);
    expect(await commits.settle(20)).toBe(false);
    expect(values(vault)).toEqual([]);
  });

  it('stop before what is held, and go on when every hold is gone', async () => {
    const vault = createMemoryVault();
    const { commits } = commitsOf(vault);
    commits.push([key('a', '1')]);
    const first = commits.hold();
    commits.push([key('b', '2')]);
    const second = commits.hold();
    commits.push([key('c', '3')]);
    await until('the first', () => commits.durable() === 1);
    second();
    expect(await commits.settle(20)).toBe(false);
    expect(values(vault)).toEqual(['a=1']);
    first();
    first();
    expect(await commits.settle(5_000)).toBe(true);
    expect(values(vault)).toEqual(['a=1', 'b=2', 'c=3']);
  });
});

function socketOf() {
  const written: unknown[] = [];
  const socket: FrameSink & { readyState: number } = {
    readyState: 1,
    send: (frame, done) => {
      written.push(frame);
      done?.();
    },
  };
  return { socket, written };
}

describe('the output gate', () => {
  it('lets frames through at once while nothing waits', () => {
    const { commits } = commitsOf(createMemoryVault());
    const { socket, written } = socketOf();
    createOutputGate({ socket, commits });
    socket.send('a');
    expect(written).toEqual(['a']);
  });

  it('tells the sender at once, holds frames behind the changes before them, and keeps their order', async () => {
    const vault = createMemoryVault();
    const { commits } = commitsOf(vault);
    const { socket, written } = socketOf();
    const gate = createOutputGate({ socket, commits });
    const unblock = vault.block();
    commits.push([key('a', '1')]);
    await new Promise<void>((done) => socket.send('a', () => done()));
    commits.push([key('b', '2')]);
    socket.send('b');
    const left = gate.left();
    expect(written).toEqual([]);
    unblock();
    expect(await left).toBe(true);
    expect(written).toEqual(['a', 'b']);
  });

  it('drops what waits when the connection ends, and says so', async () => {
    const vault = createMemoryVault();
    const { commits } = commitsOf(vault);
    const { socket, written } = socketOf();
    const gate = createOutputGate({ socket, commits });
    const unblock = vault.block();
    commits.push([key('a', '1')]);
    socket.send('a');
    const left = gate.left();
    gate.close();
    unblock();
    await commits.settle(5_000);
    expect([await left, await gate.left(), written]).toEqual([false, false, []]);
    await new Promise<void>((done) => socket.send('b', () => done()));
    expect([await gate.left(), written]).toEqual([false, []]);
  });
});
