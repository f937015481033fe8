import type { BinaryNode } from '@whiskeysockets/baileys';
import type { CompanionDevice } from '../wire/link.js';
import type { PreKeyBundle } from '../chats/signal-library.js';
import { stanza, SERVER } from '../wire/stanza.js';

/** WhatsApp links at most four devices to a phone. */
const DEVICES_PER_ACCOUNT = 4;
const PENDING_MAX = 20_000;
/** Real clients upload more one-time keys when they hear of fewer than five. */
const PRE_KEYS_LOW = 4;

export function deviceAddress(device: CompanionDevice): string {
  return `${device.number}:${device.deviceId}@${SERVER}`;
}

export function deviceLidAddress(device: CompanionDevice): string {
  return `${device.lid}:${device.deviceId}@lid`;
}

/** Its bundle for one new session; each one-time key is handed out once. */
export function takeBundle(device: CompanionDevice): PreKeyBundle {
  const [next] = device.preKeys;
  if (next) {
    device.preKeys.delete(next[0]);
    if (device.preKeys.size === PRE_KEYS_LOW) askForPreKeys(device);
  }
  return {
    registrationId: device.registrationId,
    identityKey: device.identityKey,
    signedPreKey: device.signedPreKey,
    preKey: next && { keyId: next[0], publicKey: next[1] },
  };
}

function askForPreKeys(device: CompanionDevice): void {
  const id = `low-${Date.now()}`;
  const count = stanza('count', { value: String(device.preKeys.size) });
  push(device, stanza('notification', { from: SERVER, type: 'encrypt', id }, [count]));
}

/** Sends to the device now if it is connected, and keeps the stanza until it is acknowledged. */
export function push(
  device: CompanionDevice,
  node: BinaryNode,
  options: { awaitsRefusal?: boolean } = {},
): void {
  keep(device, node, options);
  device.connection?.send(node);
}

/** Keeps the stanza until it is acknowledged: the device gets it when it logs in again, if not before. */
export function keep(
  device: CompanionDevice,
  node: BinaryNode,
  { awaitsRefusal = false }: { awaitsRefusal?: boolean } = {},
): void {
  device.pending.set(pendingKey(node.tag, node.attrs['id'], node.attrs['type']), {
    node,
    awaitsRefusal,
  });
  if (device.pending.size > PENDING_MAX) dropOldest(device.pending);
}

/** Forgets what the device acknowledged; whether there was such a stanza. */
export function acknowledge(
  device: CompanionDevice,
  received: { tag: string; id: string; type?: string | undefined; refused?: boolean },
): boolean {
  const key = pendingKey(received.tag, received.id, received.type);
  const entry = device.pending.get(key);
  if (!entry) return false;
  if (received.refused && entry.awaitsRefusal) {
    entry.awaitsRefusal = false;
    return false;
  }
  return device.pending.delete(key);
}

/** Messages have one id; the delivery, read and retry receipts of a message share theirs. */
function pendingKey(tag: string, id = '', type = ''): string {
  return tag === 'receipt' ? `${tag}/${id}/${type}` : `${tag}/${id}`;
}

function dropOldest(map: Map<string, unknown>): void {
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
}

export interface DeviceRegistry {
  all(): CompanionDevice[];
  /** The devices linked to the account with this number. */
  of(number: string): CompanionDevice[];
  find(number: string, deviceId: number): CompanionDevice | undefined;
  nextDeviceId(): number;
  /** The last id given out. */
  lastDeviceId(): number;
  /** Adds a device; beyond four of one account the longest linked one goes, and is returned. */
  add(device: CompanionDevice): CompanionDevice | undefined;
  remove(device: CompanionDevice): void;
}

/** `firstDeviceId` continues the numbering after a restart: an id is never given twice. */
export function createDeviceRegistry(
  devices: readonly CompanionDevice[],
  firstDeviceId: number,
): DeviceRegistry {
  const byKey = new Map(devices.map((device) => [keyOf(device), device]));
  let deviceId = firstDeviceId;

  function of(number: string): CompanionDevice[] {
    return [...byKey.values()].filter((device) => device.number === number);
  }

  return {
    all: () => [...byKey.values()],
    of,
    find: (number, id) => byKey.get(`${number}:${id}`),
    nextDeviceId: () => deviceId++,
    lastDeviceId: () => deviceId - 1,
    add(device) {
      byKey.set(keyOf(device), device);
      const [longestLinked, ...others] = of(device.number);
      if (!longestLinked || others.length < DEVICES_PER_ACCOUNT) return undefined;
      byKey.delete(keyOf(longestLinked));
      return longestLinked;
    },
    remove: (device) => void byKey.delete(keyOf(device)),
  };
}

function keyOf(device: CompanionDevice): string {
  return `${device.number}:${device.deviceId}`;
}
