import type { BinaryNode } from '@whiskeysockets/baileys';
import { answerContactQuery } from '../chats/contact-query.js';
import type { CompanionDevice, Connection } from './link.js';
import { unlink } from '../control/faults.js';
import { takeCodeStage } from '../pairing/pairing-code.js';
import { publishKeys } from '../chats/phone.js';
import { attribute, bytes, child, children, integer, parseAddress, stanza } from './stanza.js';
import type { World } from '../world.js';

/** The content of the answer to an `iq`; empty for those whose answer says only that it was done. */
export function answerQuery(world: World, connection: Connection, query: BinaryNode): BinaryNode[] {
  const [request] = children(query);
  const namespace = attribute(query, 'xmlns') ?? '';
  const name = `${namespace}/${request?.tag ?? ''}`;
  world.stats.queries[name] = (world.stats.queries[name] ?? 0) + 1;
  if (!request) return [];
  switch (namespace) {
    case 'encrypt':
      return answerKeyQuery(world, connection.device, query);
    case 'usync':
      return answerContactQuery(world, request);
    case 'md':
      return answerDeviceQuery(world, connection, request);
    case 'abt':
      return [stanza('props', { hash: 'simulator' }, [])];
    case 'blocklist':
      return [stanza('list', {}, [])];
    case 'w:g2':
      return [stanza('groups', {}, [])];
    case 'privacy':
      return attribute(query, 'type') === 'get' ? [privacySettings()] : [];
    default:
      return [];
  }
}

function privacySettings(): BinaryNode {
  return stanza('privacy', {}, [stanza('category', { name: 'readreceipts', value: 'all' })]);
}

/** The device's own keys going up, and the keys of phones coming down. */
function answerKeyQuery(
  world: World,
  device: CompanionDevice | undefined,
  query: BinaryNode,
): BinaryNode[] {
  if (!device) return [];
  const [request] = children(query);
  switch (request?.tag ?? '') {
    case 'count':
      return [stanza('count', { value: String(device.preKeys.size) })];
    case 'digest':
      return [stanza('digest')];
    case 'key':
      return [
        stanza(
          'list',
          {},
          children(request, 'user').map((user) => keysOf(world, user)),
        ),
      ];
    case 'rotate':
      device.signedPreKey = signedPreKeyIn(child(request, 'skey'));
      break;
    default:
      takePreKeys(device, query);
  }
  world.changed();
  return [];
}

function keysOf(world: World, user: BinaryNode): BinaryNode {
  const jid = attribute(user, 'jid') ?? '';
  const phone = parseAddress(jid).device === 0 ? world.phones.byAddress(jid) : undefined;
  if (!phone) {
    return stanza('user', { jid }, [stanza('error', { code: '404', text: 'item-not-found' })]);
  }
  const keys = publishKeys(phone);
  const { registration, type, identity, signedPreKey, preKey } = keys;
  return stanza('user', { jid }, [registration, type, identity, signedPreKey, preKey]);
}

function takePreKeys(device: CompanionDevice, upload: BinaryNode): void {
  for (const key of children(child(upload, 'list'), 'key')) {
    device.preKeys.set(integer(child(key, 'id')), bytes(child(key, 'value')));
  }
  const signedPreKey = child(upload, 'skey');
  if (signedPreKey) device.signedPreKey = signedPreKeyIn(signedPreKey);
}

function signedPreKeyIn(node: BinaryNode | undefined) {
  return {
    keyId: integer(child(node, 'id')),
    publicKey: bytes(child(node, 'value')),
    signature: bytes(child(node, 'signature')),
  };
}

/** Pairing by code, and logging out. */
function answerDeviceQuery(
  world: World,
  connection: Connection,
  request: BinaryNode,
): BinaryNode[] {
  if (request.tag === 'link_code_companion_reg') return takeCodeStage(connection, request);
  if (request.tag === 'remove-companion-device' && connection.device) {
    unlink(world, connection.device);
  }
  return [];
}
