import type { BinaryNode } from '@whiskeysockets/baileys';
import { acknowledge } from '../pairing/companion-device.js';
import { markMessage, sendAgain } from './delivery.js';
import type { CompanionDevice, Connection } from '../wire/link.js';
import { PAIR_SUCCESS_ID } from '../pairing/pairing.js';
import type { Phone } from './phone.js';
import { answerQuery } from '../wire/queries.js';
import { receive } from './reception.js';
import type { PreKeyBundle } from './signal-library.js';
import {
  attribute,
  bytes,
  child,
  children,
  integer,
  parseAddress,
  SERVER,
  stanza,
  timestamp,
} from '../wire/stanza.js';
import type { World } from '../world.js';

/** Takes one stanza from a client and does what WhatsApp's server would do with it. */
export function takeStanza(world: World, connection: Connection, node: BinaryNode): void {
  world.stats.stanzas += 1;
  if (world.faults.deaf) return;
  const { device } = connection;
  if (node.tag === 'iq') {
    takeIq(world, connection, node);
    return;
  }
  if (!device) return;
  switch (node.tag) {
    case 'message':
      takeMessage(world, { connection, device, node });
      return;
    case 'receipt':
      takeReceipt(world, { connection, device, node });
      return;
    case 'ack':
      takeAck(world, device, node);
      return;
    case 'chatstate':
      takeChatState(world, node);
      return;
  }
}

interface FromDevice {
  readonly connection: Connection;
  readonly device: CompanionDevice;
  readonly node: BinaryNode;
}

function takeIq(world: World, connection: Connection, node: BinaryNode): void {
  const id = attribute(node, 'id');
  if (attribute(node, 'type') === 'result') {
    if (id === PAIR_SUCCESS_ID) connection.registration?.pairSign.resolve(node);
    return;
  }
  if (world.faults.refuseCodes && child(node, 'link_code_companion_reg')) {
    const error = stanza('error', { code: '400', text: 'bad-request' });
    connection.send(stanza('iq', { from: SERVER, id, type: 'error' }, [error]));
    return;
  }
  const answer = answerQuery(world, connection, node);
  const attributes = { from: attribute(node, 'to') ?? SERVER, id, type: 'result' };
  connection.send(stanza('iq', attributes, answer.length ? answer : undefined));
}

/** Sent to one address in `to`, encrypted for each of its devices and for the bot's own phone. */
function takeMessage(world: World, { connection, device, node }: FromDevice): void {
  const id = attribute(node, 'id');
  const to = attribute(node, 'to') ?? '';
  const acknowledgement = { class: 'message', id, from: to, t: timestamp() };
  if (isRefused(world, to)) {
    world.stats.refused463 += 1;
    connection.send(stanza('ack', { ...acknowledgement, error: '463' }));
    return;
  }
  connection.send(stanza('ack', acknowledgement));
  for (const { jid, encrypted } of recipients(node, to)) {
    if (parseAddress(jid).device !== 0) continue;
    const phone = world.phones.byAddress(jid);
    if (!phone) world.stats.unknownRecipients += 1;
    else void receive(world, phone, { device, message: node, encrypted }).catch(world.failed);
  }
}

function recipients(node: BinaryNode, to: string): { jid: string; encrypted: BinaryNode }[] {
  const direct = child(node, 'enc');
  if (direct) return [{ jid: to, encrypted: direct }];
  return children(child(node, 'participants'), 'to').flatMap((recipient) => {
    const encrypted = child(recipient, 'enc');
    return encrypted ? [{ jid: attribute(recipient, 'jid') ?? '', encrypted }] : [];
  });
}

function isRefused(world: World, to: string): boolean {
  const { nack463, nack463Of } = world.faults;
  const phone = world.phones.byAddress(to);
  const left = phone ? (nack463Of[phone.number] ?? 0) : 0;
  if (phone && left > 0) {
    nack463Of[phone.number] = left - 1;
    return true;
  }
  if (nack463 !== 'strangers') return nack463;
  return phone?.history.after(0).every((message) => message.from === 'bot') ?? true;
}

function takeReceipt(world: World, { connection, device, node }: FromDevice): void {
  const type = attribute(node, 'type');
  const to = attribute(node, 'to') ?? SERVER;
  const id = attribute(node, 'id') ?? '';
  const phone = world.phones.byAddress(attribute(node, 'participant') ?? to);
  for (const messageId of [id, ...listedIds(node)]) {
    acknowledge(device, { tag: 'message', id: messageId });
    const status = receiptStatus(type);
    if (phone && status) markMessage(world, phone, { id: messageId, status });
  }
  connection.send(stanza('ack', { class: 'receipt', id, from: to, type }));
  if (phone && type === 'retry') resend(world, phone, { device, node });
  world.changed();
}

function listedIds(node: BinaryNode): string[] {
  return children(child(node, 'list'), 'item').flatMap((item) => attribute(item, 'id') ?? []);
}

/** `inactive` is how a bot that does not show itself online confirms delivery. */
function receiptStatus(type: string | undefined): 'delivered' | 'read' | undefined {
  if (type === undefined || type === 'inactive') return 'delivered';
  return type === 'read' || type === 'read-self' ? 'read' : undefined;
}

function resend(
  world: World,
  phone: Phone,
  { device, node }: { device: CompanionDevice; node: BinaryNode },
): void {
  world.stats.retriesFromBot += 1;
  const count = attribute(child(node, 'retry') ?? node, 'count') ?? '1';
  const request = { id: attribute(node, 'id') ?? '', count, bundle: bundleIn(node) };
  void sendAgain(world, phone, { device, request }).catch(world.failed);
}

/** The keys in a retry receipt, which replace those known to its receiver. */
function bundleIn(node: BinaryNode): PreKeyBundle | undefined {
  const keys = child(node, 'keys');
  const signedPreKey = child(keys, 'skey');
  if (!keys || !signedPreKey) return undefined;
  const preKey = child(keys, 'key');
  return {
    registrationId: integer(child(node, 'registration')),
    identityKey: bytes(child(keys, 'identity')),
    signedPreKey: {
      keyId: integer(child(signedPreKey, 'id')),
      publicKey: bytes(child(signedPreKey, 'value')),
      signature: bytes(child(signedPreKey, 'signature')),
    },
    preKey: preKey && {
      keyId: integer(child(preKey, 'id')),
      publicKey: bytes(child(preKey, 'value')),
    },
  };
}

function takeAck(world: World, device: CompanionDevice, node: BinaryNode): void {
  acknowledge(device, {
    tag: attribute(node, 'class') ?? '',
    id: attribute(node, 'id') ?? '',
    type: attribute(node, 'type'),
    refused: attribute(node, 'error') !== undefined,
  });
  world.changed();
}

function takeChatState(world: World, node: BinaryNode): void {
  const phone = world.phones.byAddress(attribute(node, 'to') ?? '');
  if (!phone) return;
  const composing = child(node, 'composing') !== undefined;
  world.events.emit({ type: 'typing', number: phone.number, composing });
}
