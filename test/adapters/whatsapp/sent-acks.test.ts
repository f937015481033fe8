import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { createSentAcks } from '#src/adapters/whatsapp/messages/sent-acks.js';

const SILENCE_MS = 75_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function ackOf(id: string, more: Record<string, string> = {}) {
  return { tag: 'ack', attrs: { class: 'message', id, from: '1@lid', ...more } };
}

it('tells what WhatsApp said of each message, also when it said so before it was asked', async () => {
  const acks = createSentAcks(() => true);
  const [early, late, refused] = [acks.expect('A'), acks.expect('B'), acks.expect('C')];
  acks.hear(ackOf('A'));
  const outcomes = Promise.all([early.outcome(), late.outcome(), refused.outcome()]);
  acks.hear(ackOf('C', { error: '463' }));
  acks.hear(ackOf('B'));
  expect(await outcomes).toEqual([
    { kind: 'taken' },
    { kind: 'taken' },
    { kind: 'refused', code: '463' },
  ]);
});

it('is not fooled by other stanzas, and ends with the connection', async () => {
  const acks = createSentAcks(() => true);
  const outcome = acks.expect('A').outcome();
  for (const stanza of [
    null,
    'A',
    { tag: 'ack' },
    { tag: 'ack', attrs: { class: 'receipt', id: 'A' } },
    { tag: 'receipt', attrs: { class: 'message', id: 'A' } },
    ackOf('B'),
  ])
    acks.hear(stanza);
  acks.close();
  acks.hear(ackOf('A'));
  expect(await outcome).toEqual({ kind: 'ended' });
  expect(await acks.expect('B').outcome()).toEqual({ kind: 'ended' });
});

it.each([
  ['silent', true],
  ['ended', false],
])('calls it %s after 75 s when the socket is open: %s', async (kind, open) => {
  const acks = createSentAcks(() => open);
  const expected = acks.expect('A');
  // Before the bytes have left no silence counts.
  await vi.advanceTimersByTimeAsync(2 * SILENCE_MS);
  let known: unknown = null;
  void expected.outcome().then((one) => (known = one));
  await vi.advanceTimersByTimeAsync(SILENCE_MS - 1);
  expect(known).toBeNull();
  await vi.advanceTimersByTimeAsync(1);
  expect(known).toEqual({ kind });
});
