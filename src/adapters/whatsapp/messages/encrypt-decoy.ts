import {
  Curve,
  encodeBinaryNode,
  encodeWAMessage,
  generateRegistrationId,
  generateSignalPubKey,
  generateWAMessage,
  signedKeyPair,
  type WASocket,
} from '@whiskeysockets/baileys';

/**
 * A message is encrypted for the person's phone and, once more, for the bot's own. These two LIDs stand for them; a LID
 * has no leading zero.
 */
const PERSON = '0@lid';
const OWN_PHONE = '00@lid';

type Repository = WASocket['signalRepository'];

/**
 * Does what sending `text` to one person costs: message, two ciphertexts with their key changes, stanza. Nothing
 * leaves, and no query is made. The keys of the two recipients are kept with the others, so that they are made once.
 */
export async function encryptDecoy(
  socket: Pick<WASocket, 'signalRepository' | 'generateMessageTag'>,
  text: string,
): Promise<void> {
  const { signalRepository } = socket;
  const { message } = await generateWAMessage(
    PERSON,
    { text, linkPreview: null },
    { userJid: OWN_PHONE, upload: () => Promise.reject(new Error('a text has no media')) },
  );
  if (!message) throw new Error('Baileys made no message of a text.');
  const own = { deviceSentMessage: { destinationJid: PERSON, message } };
  const content = await Promise.all([
    encrypt(signalRepository, { jid: OWN_PHONE, data: encodeWAMessage(own) }),
    encrypt(signalRepository, { jid: PERSON, data: encodeWAMessage(message) }),
  ]);
  const attrs = { id: socket.generateMessageTag(), to: PERSON, type: 'text' };
  encodeBinaryNode({
    tag: 'message',
    attrs,
    content: [{ tag: 'participants', attrs: {}, content }],
  });
}

async function encrypt(
  repository: Repository,
  { jid, data }: { readonly jid: string; readonly data: Uint8Array },
) {
  const { exists } = await repository.validateSession(jid);
  if (!exists) await repository.injectE2ESession({ jid, session: newSession() });
  const { type, ciphertext } = await repository
    .encryptMessage({ jid, data })
    // A session that is there and cannot be used would make every decoy fail.
    .catch(async () => {
      await repository.injectE2ESession({ jid, session: newSession() });
      return repository.encryptMessage({ jid, data });
    });
  const enc = { tag: 'enc', attrs: { v: '2', type }, content: ciphertext };
  return { tag: 'to', attrs: { jid }, content: [enc] };
}

/** Of a phone that does not exist: its private keys are thrown away. */
function newSession(): Parameters<Repository['injectE2ESession']>[0]['session'] {
  const identity = Curve.generateKeyPair();
  const signed = signedKeyPair(identity, 1);
  return {
    registrationId: generateRegistrationId(),
    identityKey: generateSignalPubKey(identity.public),
    signedPreKey: {
      keyId: signed.keyId,
      publicKey: generateSignalPubKey(signed.keyPair.public),
      signature: signed.signature,
    },
    preKey: { keyId: 1, publicKey: generateSignalPubKey(Curve.generateKeyPair().public) },
  };
}
