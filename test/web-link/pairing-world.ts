import type { BoardStatus } from '#src/app/ports/channel.js';
import { signedInAdmin } from '../support/admin-client.js';
import { createAdminWorld } from '../support/admin-web-deps.js';

export const PAIRING: Partial<BoardStatus> = {
  state: 'pairing',
  cause: 'first_pairing',
  qr: '2@secret,payload,of,the,qr',
  pairingCode: 'ABCD1234',
};

/** An admin who is signed in with a fresh step-up, while the bot is being paired. */
export async function pairingWorld() {
  const world = createAdminWorld();
  const browser = await signedInAdmin(world);
  await world.change(PAIRING);
  return { world, browser };
}
