import { SessionCipher } from 'libsignal';
import { afterEach, expect, it } from 'vitest';

import { boundChains } from '#src/adapters/whatsapp/signal/bounded-chains.js';
import { undoFailedTrials } from '#src/adapters/whatsapp/signal/session-trials.js';
import { createPhoneKeys } from '#src/dev/whatsapp-simulator/chats/phone.js';
import {
  decryptFrom,
  encryptFor,
  silenceSignalLibrary,
  startSession,
  type Ciphertext,
} from '#src/dev/whatsapp-simulator/chats/signal-library.js';

const BOT = { name: '5511900000001', device: 1 };
const MARIA = { name: '5511987654321', device: 0 };
const TURNS = 60;
const cipher = SessionCipher.prototype as unknown as Parameters<typeof boundChains>[0] &
  Parameters<typeof undoFailedTrials>[0];
const original = {
  storeRecord: cipher.storeRecord,
  doDecryptWhisperMessage: cipher.doDecryptWhisperMessage,
};
silenceSignalLibrary();

afterEach(() => {
  Object.assign(cipher, original);
});

async function talk() {
  const maria = createPhoneKeys();
  const bot = createPhoneKeys();
  const { identity, signedPreKey, signature, registrationId } = bot;
  await startSession(maria, BOT, {
    registrationId,
    identityKey: identity.publicKey,
    signedPreKey: { keyId: 1, publicKey: signedPreKey.publicKey, signature },
  });
  const mariaSays = (text: string) => encryptFor(maria, BOT, Buffer.from(text));
  const botReads = async (sent: Ciphertext) => String(await decryptFrom(bot, MARIA, sent));
  const turn = async (at: number) => {
    expect(await botReads(await mariaSays(`oi ${at}`))).toBe(`oi ${at}`);
    const answer = await encryptFor(bot, MARIA, Buffer.from(`olá ${at}`));
    expect(String(await decryptFrom(maria, BOT, answer))).toBe(`olá ${at}`);
  };
  return {
    mariaSays,
    botReads,
    turns: async (count: number) => {
      for (let at = 0; at < count; at += 1) await turn(at);
    },
    /** Maria writes messages of which only the last one arrives. */
    leaveOut: async (count: number) => {
      const left: Ciphertext[] = [];
      for (let at = 0; at < count; at += 1) left.push(await mariaSays(`falta ${at}`));
      expect(await botReads(await mariaSays('chegou'))).toBe('chegou');
      return left;
    },
    bytes: () => JSON.stringify([...bot.sessions.values()]).length,
  };
}

/** Half of what the library lets one message leave out. */
const LEAP = 1_000;

it('a session grows with each turn, as the library is', async () => {
  const chat = await talk();
  await chat.turns(12);
  const early = chat.bytes();
  await chat.turns(TURNS);
  expect(chat.bytes()).toBeGreaterThan(3 * early);
});

it('a session stays as small as it was, and every message is read', async () => {
  boundChains(cipher);
  boundChains(cipher);
  const chat = await talk();
  await chat.turns(12);
  const early = chat.bytes();
  await chat.turns(TURNS);
  expect(chat.bytes()).toBeLessThan(1.05 * early);
});

it('reads a message that is late by a few turns, and goes on after one that is later', async () => {
  undoFailedTrials(cipher);
  boundChains(cipher);
  const chat = await talk();
  await chat.turns(2);
  const later = await chat.mariaSays('muito atrasada');
  await chat.turns(8);
  const late = await chat.mariaSays('atrasada');
  await chat.turns(8);
  expect(await chat.botReads(late)).toBe('atrasada');
  await expect(chat.botReads(later)).rejects.toThrow();
  await chat.turns(2);
});

it('a phone that leaves messages out makes a session grow without end, as the library is', async () => {
  const chat = await talk();
  await chat.turns(1);
  for (let at = 0; at < 2; at += 1) await chat.leaveOut(LEAP);
  const early = chat.bytes();
  for (let at = 0; at < 2; at += 1) await chat.leaveOut(LEAP);
  expect(chat.bytes()).toBeGreaterThan(1.9 * early);
});

it('keeps the keys of the last 2,000 messages that were left out, over all chains', async () => {
  boundChains(cipher);
  const chat = await talk();
  await chat.turns(1);
  const first = await chat.leaveOut(LEAP);
  const second = await chat.leaveOut(LEAP);
  await chat.turns(1);
  const early = chat.bytes();
  const third = await chat.leaveOut(LEAP);
  expect(chat.bytes()).toBeLessThan(1.05 * early);
  for (const late of [...second.slice(0, 1), ...third.slice(0, 1), ...third.slice(-1)])
    expect(await chat.botReads(late)).toMatch(/^falta/);
  for (const late of first.slice(0, 1)) await expect(chat.botReads(late)).rejects.toThrow();
  await chat.turns(2);
});
