import { expect, it } from 'vitest';
import { readLine } from '#src/dev/chat/read-line.js';

const said = (text: string, forwarded = false) => ({ kind: 'text', text, forwarded });

it.each([
  ['oi', { kind: 'messages', messages: [said('oi')], late: false }],
  ['oi ⏎ entrar', { kind: 'messages', messages: [said('oi'), said('entrar')], late: false }],
  ['1 / 2', { kind: 'messages', messages: [said('1 / 2')], late: false }],
  [
    '/media audio',
    { kind: 'messages', messages: [{ kind: 'media', media: 'audio' }], late: false },
  ],
  ['/media unsupported', { kind: 'messages', messages: [{ kind: 'unsupported' }], late: false }],
  ['/forwarded entrar', { kind: 'messages', messages: [said('entrar', true)], late: false }],
  ['/late entrar', { kind: 'messages', messages: [said('entrar')], late: true }],
  ['/wait 11', { kind: 'wait', minutes: 11 }],
  ['/as (11) 98765-4321', { kind: 'as', phone: '+5511987654321' }],
  ['/effects on ', { kind: 'effects', shown: true }],
  ['/state', { kind: 'state' }],
  ['/quit', { kind: 'quit' }],
])('reads %j', (line, asked) => {
  expect(readLine(line)).toEqual(asked);
});

it.each([
  '/wait',
  '/wait soon',
  '/wait -1',
  '/as 123',
  '/media',
  '/effects',
  '/nope',
  '/constructor',
])('says what is wrong with %j', (line) => {
  expect(readLine(line)).toEqual({ kind: 'mistake', text: expect.any(String) as string });
});
