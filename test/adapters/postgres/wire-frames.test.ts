import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFrameReader } from '#src/adapters/postgres/embedded/wire-frames.js';

function message(tag: string, body: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(4 + body.length);
  return Buffer.concat([Buffer.from(tag), length, body]);
}

const start = message('', Buffer.from([0, 3, 0, 0, ...Buffer.from('user\0postgres\0\0')]));
const encryption = message('', Buffer.from([0x04, 0xd2, 0x16, 0x2f]));
const cancel = message('', Buffer.from([0x04, 0xd2, 0x16, 0x2e, 0, 0, 0, 1, 0, 0, 0, 2]));

describe('the frame reader', () => {
  it('finds the same messages however the bytes are split', () => {
    const messages = fc.array(
      fc.tuple(fc.constantFrom('Q', 'P', 'B', 'S'), fc.uint8Array({ maxLength: 40 })),
    );
    fc.assert(
      fc.property(messages, fc.array(fc.integer({ min: 1, max: 30 })), (sent, cuts) => {
        const frames = [encryption, start, ...sent.map(([tag, body]) => message(tag, body))];
        let rest = Buffer.concat(frames);
        const reader = createFrameReader();
        const found = [...cuts, rest.length].flatMap((cut) => {
          const chunk = rest.subarray(0, cut);
          rest = rest.subarray(cut);
          return reader.push(chunk);
        });
        expect(found.map(({ bytes }) => Buffer.from(bytes))).toEqual(frames);
        expect(found.map(({ tag }) => tag)).toEqual([
          'encryption',
          'start',
          ...sent.map(([tag]) => tag),
        ]);
      }),
    );
  });

  it('knows a cancel request', () => {
    expect(createFrameReader().push(cancel)).toMatchObject([{ tag: 'cancel' }]);
  });

  it.each([
    ['a length below its own size', Buffer.from([0, 0, 0, 3, 0, 3, 0, 0])],
    ['a negative length', Buffer.from([0xff, 0, 0, 0, 0, 3, 0, 0])],
    ['what is another protocol', Buffer.from('GET / HTTP/1.1\r\n')],
  ])('refuses %s', (_, bytes) => {
    expect(() => createFrameReader().push(bytes)).toThrow('Not a PostgreSQL message.');
  });
});
