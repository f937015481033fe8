import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';

import { catchListeners } from '#src/adapters/whatsapp/socket/catch-listeners.js';
import { until } from '../../support/until.js';

function caught() {
  const emitter = new EventEmitter();
  const failures: unknown[] = [];
  catchListeners(emitter, (error) => failures.push(error));
  return { emitter, failures };
}

it('catches what a listener of a stanza rejects or throws, and still calls the others', async () => {
  const { emitter, failures } = caught();
  const called: string[] = [];
  const reject: () => unknown = () => Promise.reject(new Error('Connection Closed'));
  emitter.on('CB:message', reject);
  emitter.on('CB:message', () => {
    throw new Error('empty list');
  });
  emitter.on('CB:message', (node: string) => called.push(node));
  expect(emitter.emit('CB:message', 'node')).toBe(true);
  await until('both failures', () => failures.length === 2);
  expect(called).toEqual(['node']);
});

it('says whether anybody listened, and calls a listener for once only once', () => {
  const { emitter } = caught();
  let calls = 0;
  emitter.once('CB:iq', () => (calls += 1));
  expect(emitter.emit('CB:iq')).toBe(true);
  expect(emitter.emit('CB:iq')).toBe(false);
  expect(calls).toBe(1);
});

it('leaves other events as they are', () => {
  const { emitter } = caught();
  emitter.on('frame', () => {
    throw new Error('ours to see');
  });
  expect(() => emitter.emit('frame')).toThrow('ours to see');
});
