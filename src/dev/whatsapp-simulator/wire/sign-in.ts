import { deviceLidAddress } from '../pairing/companion-device.js';
import type { CompanionDevice, Connection } from './link.js';
import type { ClientHandshake } from './noise-server.js';
import { startRegistration } from '../pairing/pairing.js';
import { SERVER, stanza, timestamp } from './stanza.js';
import type { World } from '../world.js';

const UNAUTHORIZED = 401;

/** Takes a client after the handshake: a known device logs in, an unknown client waits to be paired. */
export function signIn(world: World, connection: Connection, handshake: ClientHandshake): void {
  const { payload, clientKey } = handshake;
  if (payload.devicePairingData) {
    startRegistration(connection, handshake);
    return;
  }
  if (world.faults.loginFailure !== null) {
    connection.refuseLogin(world.faults.loginFailure);
    return;
  }

  const device = world.devices.find(String(payload.username), payload.device ?? 0);
  if (!device?.noiseKey.equals(clientKey)) {
    connection.refuseLogin(UNAUTHORIZED);
    return;
  }

  device.connection?.endStream({ conflict: 'replaced' });
  device.connection = connection;
  connection.device = device;
  world.stats.logins += 1;
  const success = { t: timestamp(), lid: deviceLidAddress(device), props: '27', abprops: '0' };
  connection.send(stanza('success', success));
  replay(device, connection);
  world.events.emit({ type: 'state' });
}

/** Everything that came while the device was away, marked as such, and then how many it was. */
function replay(device: CompanionDevice, connection: Connection): void {
  const waiting = [...device.pending.values()];
  waiting.forEach(({ node }, index) => {
    connection.send({ ...node, attrs: { ...node.attrs, offline: String(index) } });
  });
  const count = stanza('offline', { count: String(waiting.length) });
  connection.send(stanza('ib', { from: SERVER }, [count]));
}

/** Cleans up after a socket, also for those who wait for an answer on it. */
export function signOut(world: World, connection: Connection): void {
  world.connections.delete(connection);
  connection.registration?.pairSign.abandon();
  connection.registration?.codeFinish.abandon();
  connection.registration = undefined;
  if (connection.device?.connection === connection) connection.device.connection = undefined;
  world.events.emit({ type: 'state' });
}
