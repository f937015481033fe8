import { deviceAddress } from '../pairing/companion-device.js';
import type { Phone } from '../chats/phone.js';
import type { World } from '../world.js';

/** Where the simulator listens. */
export interface ServerAddresses {
  readonly url: string;
  readonly waUrl: string;
}

/** A phone as the control API shows it. */
export function describePhone(world: World, phone: Phone) {
  const { number, lid, name, addressing, history } = phone;
  const last = history.last() ?? null;
  const isBot = number === world.botNumber;
  return { number, lid, name, addressing, isBot, unread: history.unread().length, last };
}

/** The whole simulator at a glance; holds no key but the public root. */
export function describeState(world: World, { url, waUrl }: ServerAddresses) {
  const devices = world.devices.all().map((device) => ({
    jid: deviceAddress(device),
    number: device.number,
    connected: device.connection !== undefined,
    preKeys: device.preKeys.size,
    pending: device.pending.size,
  }));
  const ofBot = devices.filter((device) => device.number === world.botNumber);
  return {
    url,
    waUrl,
    rootKey: world.authority.rootPublicKey.toString('base64'),
    botNumber: world.botNumber ?? null,
    qrInSight: world.camera.qr !== null,
    paired: ofBot.length > 0,
    connected: ofBot.some((device) => device.connected),
    devices,
    pending: devices.reduce((sum, device) => sum + device.pending, 0),
    connecting: [...world.connections].filter((one) => !one.registration && !one.device).length,
    waitingToPair: [...world.connections].filter((one) => one.registration).length,
    phones: world.phones.all().length,
    faults: world.faults,
    stats: world.stats,
  };
}
