import { libsignal, type SignalCurve } from '#src/adapters/whatsapp/signal/libsignal.js';
import { installQuickSignal } from '#src/adapters/whatsapp/signal/quick/quick-signal.js';
import { createPhoneKeys } from '#src/dev/whatsapp-simulator/chats/phone.js';
import {
  decryptFrom,
  encryptFor,
  startSession,
} from '#src/dev/whatsapp-simulator/chats/signal-library.js';
import { compareByTurns, timed } from './compare.js';
import { inMs, type Report } from './report.js';

const ROUNDS = 9;
/** Of what libsignal takes by itself. */
const LIMIT = 0.7;
const BOT = { name: '5511900000001', device: 1 };
const MARIA = { name: '5511987654321', device: 0 };

type Parts = Pick<SignalCurve, 'calculateAgreement' | 'generateKeyPair'>;

/** Two sides by bare libsignal, with what the product replaces in it and without. */
function createTalk() {
  const maria = createPhoneKeys();
  const bot = createPhoneKeys();
  const { identity, signedPreKey, signature, registrationId } = bot;
  const say = async (text: string) =>
    decryptFrom(bot, MARIA, await encryptFor(maria, BOT, Buffer.from(text)));
  const answer = async (text: string) =>
    decryptFrom(maria, BOT, await encryptFor(bot, MARIA, Buffer.from(text)));
  return {
    /** A new session with its first message. */
    meet: async () => {
      await startSession(maria, BOT, {
        registrationId,
        identityKey: identity.publicKey,
        signedPreKey: { keyId: 1, publicKey: signedPreKey.publicKey, signature },
      });
      await say('oi');
    },
    /** A message and its answer: each side steps its ratchet. */
    turn: async () => {
      await say('ajuda');
      await answer('Escreva ENTRAR para receber o seu link de acesso.');
    },
  };
}

/** Both sides of a Signal session, with the product's X25519 and by turns with libsignal's own. */
export async function benchSignal(report: Report): Promise<void> {
  const { curve } = libsignal;
  const parts = (): Parts => ({
    calculateAgreement: curve.calculateAgreement,
    generateKeyPair: curve.generateKeyPair,
  });
  const original = parts();
  installQuickSignal({
    error: (event, { error }) => {
      throw new Error(event, { cause: error });
    },
  });
  const quick = parts();
  const talk = createTalk();
  await talk.meet();
  const works = [
    { name: 'Signal: a message and its answer', tries: 40, prepare: () => talk.turn },
    // Made before the clock runs: the two sides' keys, with their signatures.
    { name: 'Signal: a new session', tries: 8, prepare: () => createTalk().meet },
  ];
  for (const { name, tries, prepare } of works) {
    const timedWith = (used: Parts) => () => {
      const work = prepare();
      Object.assign(curve, used);
      return timed(work);
    };
    const compared = await compareByTurns({
      rounds: ROUNDS,
      triesPerRound: tries,
      measured: timedWith(quick),
      reference: timedWith(original),
    });
    report.add({
      name,
      measured: inMs(compared.measured),
      reference: `${inMs(compared.reference)} libsignal's own X25519`,
      ratio: compared.ratio,
      limit: LIMIT,
    });
  }
  Object.assign(curve, quick);
}
