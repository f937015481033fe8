import { expect, it } from 'vitest';
import { mergeMessages } from '#src/app/chat/merge-messages.js';
import type { WaitingMessage } from '#src/app/ports/tables/inbox.js';
import { newChat, newText, NOON } from '../contract/parts.js';

const chat = newChat();

function burst(...said: readonly { readonly text: string; readonly forwarded?: boolean }[]) {
  const messages = said.map(({ text, forwarded = false }, at): WaitingMessage => {
    const content = { kind: 'text', text, forwarded } as const;
    return { ...newText(chat, text), content, sentAt: NOON, seq: BigInt(at), failures: 0 };
  });
  return mergeMessages(messages, NOON).map(({ content }) => content);
}

it('reads the own words of a burst as one, whatever is forwarded between them', () => {
  expect(
    burst(
      { text: 'apaga minha conta' },
      { text: 'clique aqui', forwarded: true },
      { text: 'ganhe um prêmio', forwarded: true },
      { text: 'ta bom' },
    ),
  ).toEqual([
    { kind: 'text', text: 'apaga minha conta\nta bom', forwarded: false },
    { kind: 'text', text: 'clique aqui', forwarded: true },
  ]);
});

it('executes no forwarded words, first or last', () => {
  expect(burst({ text: 'apagar', forwarded: true }, { text: 'oi' })).toEqual([
    { kind: 'text', text: 'apagar', forwarded: true },
    { kind: 'text', text: 'oi', forwarded: false },
  ]);
});
