import { push } from '../pairing/companion-device.js';
import type { CompanionDevice, StreamEnd } from '../wire/link.js';
import { createPhoneKeys, enqueue, phoneAddress, type Phone } from '../chats/phone.js';
import { sessionKey } from '../chats/signal-library.js';
import { stanza } from '../wire/stanza.js';
import type { World } from '../world.js';

/** How a connected bot is disconnected; `drop` is a network that goes away without a word. */
export type Disconnection = 401 | 440 | 503 | 515 | 428 | 'drop';

export function setOffline(world: World, offline: boolean): void {
  world.faults.offline = offline;
  if (offline) for (const connection of world.connections) connection.drop();
}

/** Disconnects every device that is logged in; how many there were. */
export function disconnectAll(world: World, cause: Disconnection): number {
  const connected = world.devices.all().filter((device) => device.connection !== undefined);
  for (const device of connected) disconnect(world, device, cause);
  return connected.length;
}

function disconnect(world: World, device: CompanionDevice, cause: Disconnection): void {
  const { connection } = device;
  if (cause === 'drop') return connection?.drop();
  if (cause === 401) unlink(world, device);
  connection?.endStream(streamEnd(cause));
}

function streamEnd(cause: Exclude<Disconnection, 'drop'>): StreamEnd {
  switch (cause) {
    case 401:
      return { code: '401', conflict: 'device_removed' };
    case 440:
      return { conflict: 'replaced' };
    case 428:
    case 503:
    case 515:
      return { code: String(cause) };
  }
}

/** Removes a linked device, as its owner can on the phone; the phones forget their sessions with it. */
export function unlink(world: World, device: CompanionDevice): void {
  world.devices.remove(device);
  const key = sessionKey({ name: device.number, device: device.deviceId });
  for (const phone of world.phones.all()) phone.signal.sessions.delete(key);
  world.changed();
  world.events.emit({ type: 'state' });
}

/** WhatsApp installed anew on the same number: other keys, no sessions, and the server tells the devices. */
export async function changeIdentity(world: World, phone: Phone): Promise<void> {
  await enqueue(phone, () => {
    phone.signal = createPhoneKeys();
    phone.outbox.clear();
    return Promise.resolve();
  });
  for (const device of world.devices.of(world.botNumber ?? '')) {
    const id = `identity-${Date.now()}-${phone.number}`;
    const attributes = { from: phoneAddress(phone), type: 'encrypt', id };
    push(device, stanza('notification', attributes, [stanza('identity')]));
  }
  world.changed();
}
