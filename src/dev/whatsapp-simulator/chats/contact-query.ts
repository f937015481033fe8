import type { BinaryNode } from '@whiskeysockets/baileys';
import type { Phone } from './phone.js';
import {
  attribute,
  bytes,
  child,
  children,
  numberAddress,
  parseAddress,
  stanza,
} from '../wire/stanza.js';
import type { World } from '../world.js';

/**
 * Answers a `usync`: who is on WhatsApp, with which devices, under which hidden id. Numbers are answered
 * with the address the account really has, so a Brazilian one may lose or gain its ninth digit.
 */
export function answerContactQuery(world: World, request: BinaryNode): BinaryNode[] {
  const wanted = new Set(children(child(request, 'query')).map((part) => part.tag));
  const users = children(child(request, 'list'), 'user').map((user) =>
    answerUser(world, user, wanted),
  );
  const { sid, mode, context } = request.attrs;
  const attributes = { sid, mode, context, index: '0', last: 'true' };
  return [stanza('usync', attributes, [stanza('list', {}, users)])];
}

function answerUser(world: World, user: BinaryNode, wanted: ReadonlySet<string>): BinaryNode {
  const typed = child(user, 'contact');
  const { jid, phone } = typed?.content
    ? findByNumber(world, bytes(typed).toString().replace(/\D/g, ''))
    : findByAddress(world, attribute(user, 'jid') ?? '');
  const answers: BinaryNode[] = [];
  if (wanted.has('contact')) {
    const content = typed?.content ? bytes(typed) : undefined;
    answers.push(stanza('contact', { type: phone ? 'in' : 'out' }, content));
  }
  if (wanted.has('devices')) answers.push(devicesOf(world, phone));
  if (wanted.has('lid') && phone && parseAddress(jid).domain !== 'lid' && !isHidden(phone)) {
    answers.push(stanza('lid', { val: `${phone.lid}@lid` }));
  }
  return stanza('user', { jid }, answers);
}

/** A phone whose number cannot be learned from its hidden id, nor the other way round. */
function isHidden(phone: Phone): boolean {
  return phone.addressing === 'lid-only';
}

interface Found {
  readonly jid: string;
  readonly phone: Phone | undefined;
}

function findByNumber(world: World, number: string): Found {
  const phone = world.phones.lookUp(number);
  return { jid: numberAddress(phone?.number ?? number), phone };
}

function findByAddress(world: World, jid: string): Found {
  return { jid, phone: world.phones.byAddress(jid) };
}

function devicesOf(world: World, phone: Phone | undefined): BinaryNode {
  const linked = phone ? world.devices.of(phone.number) : [];
  const devices = linked.map(({ deviceId }) =>
    stanza('device', { id: String(deviceId), 'key-index': '1' }),
  );
  const list = phone ? [stanza('device', { id: '0' }), ...devices] : [];
  return stanza('devices', {}, [stanza('device-list', {}, list)]);
}
