import { proto } from '@whiskeysockets/baileys';
import { fail, ok, type Result } from '#src/domain/result.js';
import type { ChatMessage } from '../chats/chat-history.js';
import { push } from './companion-device.js';
import { encryptedBody, newMessageId, type SendFailure } from '../chats/delivery.js';
import { encodeContent } from '../chats/message-content.js';
import { enqueue, phoneAddress, type Phone } from '../chats/phone.js';
import { numberAddress, stanza, timestamp } from '../wire/stanza.js';
import type { World } from '../world.js';

/* What the phone that owns the bot does beside it. Its linked devices are told each time. */

/** A person types a message to a contact on that phone. */
export async function writeByHand(
  world: World,
  to: Phone,
  { text, id = newMessageId() }: { text: string; id?: string | undefined },
): Promise<Result<ChatMessage, SendFailure>> {
  const owner = world.phones.byNumber(world.botNumber ?? '');
  if (!owner || world.devices.of(owner.number).length === 0) return fail({ code: 'not-paired' });
  if (owner === to) return fail({ code: 'own-number' });
  if (to.history.get(id)) return fail({ code: 'id-taken' });
  const destinationJid = phoneAddress(to);
  const content = encodeContent({
    deviceSentMessage: { destinationJid, message: { conversation: text } },
  });
  await tellDevices(world, owner, { id, content, attributes: { recipient: destinationJid } });
  const shown = to.history.add({ id, from: 'bot', kind: 'text', text, status: 'delivered' });
  world.events.emit({ type: 'message', number: to.number, message: shown });
  world.changed();
  return ok(shown);
}

/** A device lacks messages that only the phone got: sends each one again that the phone still has. */
export async function sendToDevicesAgain(
  world: World,
  owner: Phone,
  request: { readonly id: string; readonly keys: readonly proto.IMessageKey[] },
): Promise<void> {
  const results = request.keys.flatMap((key) => {
    const sent = world.phones.byAddress(key.remoteJid ?? '')?.outbox.get(key.id ?? '');
    if (!sent) return [];
    const message = proto.Message.decode(sent.content);
    const webMessageInfoBytes = proto.WebMessageInfo.encode({ key, message }).finish();
    return [{ placeholderMessageResendResponse: { webMessageInfoBytes } }];
  });
  const { PEER_DATA_OPERATION_REQUEST_RESPONSE_MESSAGE } = proto.Message.ProtocolMessage.Type;
  const content = encodeContent({
    protocolMessage: {
      type: PEER_DATA_OPERATION_REQUEST_RESPONSE_MESSAGE,
      peerDataOperationRequestResponseMessage: {
        stanzaId: request.id,
        peerDataOperationResult: results,
      },
    },
  });
  await tellDevices(world, owner, {
    id: newMessageId(),
    content,
    attributes: { category: 'peer' },
  });
}

function tellDevices(
  world: World,
  owner: Phone,
  {
    id,
    content,
    attributes,
  }: { id: string; content: Buffer; attributes: Readonly<Record<string, string>> },
): Promise<void> {
  return enqueue(owner, async () => {
    const head = { from: numberAddress(owner.number), id, t: timestamp(), type: 'text' };
    for (const device of world.devices.of(owner.number)) {
      const body = await encryptedBody(owner, device, content);
      push(device, stanza('message', { ...head, ...attributes }, [body]));
    }
  });
}
