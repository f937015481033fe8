import { SessionCipher } from 'libsignal';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { installUpstreamGuards } from '#src/adapters/whatsapp/signal/upstream-guards.js';
import { createPhoneKeys, type PhoneKeys } from '#src/dev/whatsapp-simulator/chats/phone.js';
import {
  decryptFrom,
  encryptFor,
  startSession,
  type Ciphertext,
  type PreKeyBundle,
} from '#src/dev/whatsapp-simulator/chats/signal-library.js';

/* Two sides by bare libsignal: what the library does by itself, and what it does with the guards. */

const BOT = { name: '5511900000001', device: 1 };
const MARIA = { name: '5511987654321', device: 0 };
type Decrypt = (this: unknown, ...input: unknown[]) => Promise<Buffer>;
const cipher = SessionCipher.prototype as unknown as { doDecryptWhisperMessage: Decrypt };
const unguarded = cipher.doDecryptWhisperMessage;

beforeEach(() => {
  // The bare library prints its sessions.
  for (const method of ['info', 'warn', 'error'] as const)
    vi.spyOn(console, method).mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  cipher.doDecryptWhisperMessage = unguarded;
});

function bundleOf({ identity, signedPreKey, signature, registrationId }: PhoneKeys): PreKeyBundle {
  return {
    registrationId,
    identityKey: identity.publicKey,
    signedPreKey: { keyId: 1, publicKey: signedPreKey.publicKey, signature },
  };
}

function talk() {
  const maria = createPhoneKeys();
  const bot = createPhoneKeys();
  return {
    newSession: () => startSession(maria, BOT, bundleOf(bot)),
    mariaSays: (text: string) => encryptFor(maria, BOT, Buffer.from(text)),
    botSays: (text: string) => encryptFor(bot, MARIA, Buffer.from(text)),
    botReads: async (sent: Ciphertext) => String(await decryptFrom(bot, MARIA, sent)),
    mariaReads: async (sent: Ciphertext) => String(await decryptFrom(maria, BOT, sent)),
  };
}

/** A message of the old session arrives when the phone has started a new one. */
async function crossOldMessageWithNewSession() {
  const chat = talk();
  await chat.newSession();
  expect(await chat.botReads(await chat.mariaSays('oi'))).toBe('oi');
  expect(await chat.mariaReads(await chat.botSays('olá'))).toBe('olá');
  const late = await chat.mariaSays('atrasada');
  await chat.newSession();
  expect(await chat.botReads(await chat.mariaSays('sessão nova'))).toBe('sessão nova');
  expect(await chat.botReads(late)).toBe('atrasada');
  return chat;
}

it('writes what the phone cannot read, as the library is', async () => {
  const chat = await crossOldMessageWithNewSession();
  await expect(chat.mariaReads(await chat.botSays('resposta'))).rejects.toThrow(/session/i);
});

it('writes what the phone can read, with failed trials undone', async () => {
  installUpstreamGuards();
  const chat = await crossOldMessageWithNewSession();
  expect(await chat.mariaReads(await chat.botSays('resposta'))).toBe('resposta');
  expect(await chat.botReads(await chat.mariaSays('e assim por diante'))).toBe(
    'e assim por diante',
  );
});

it('still refuses what was read already and what was changed on the way', async () => {
  installUpstreamGuards();
  installUpstreamGuards();
  const chat = await crossOldMessageWithNewSession();
  await chat.mariaReads(await chat.botSays('resposta'));
  const sent = await chat.mariaSays('uma vez');
  const forged = { ...sent, body: Buffer.from(sent.body) };
  forged.body[sent.body.length - 1] = (forged.body.at(-1) ?? 0) ^ 1;
  await expect(chat.botReads(forged)).rejects.toThrow();
  expect(await chat.botReads(sent)).toBe('uma vez');
  await expect(chat.botReads(sent)).rejects.toThrow();
});
