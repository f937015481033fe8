import type { Product } from '#src/main/compose/compose.js';
import { followChannel, untilChannel } from './channel-states.js';
import { callSimulator } from './simulator-calls.js';

/**
 * Holds each QR the bot shows before the camera of the simulated phones, where a person presses "Ler o QR". A bot that
 * is paired from an earlier run is unlinked first, as its owner can on the phone; its data stay.
 * @returns when the bot has no phone; `paired` is done when it has one again
 */
export async function letPairByHand(
  product: Product,
  { simulatorUrl, failed }: { simulatorUrl: string; failed: (error: unknown) => void },
): Promise<{ readonly paired: Promise<unknown> }> {
  let shown: string | null = null;
  followChannel(product, {
    take: async ({ qr }) => {
      if (qr === shown) return;
      shown = qr;
      await callSimulator(simulatorUrl, '/camera', { qr });
    },
    failed,
  });
  const first = await untilChannel(product, ({ state }) => SETTLED.includes(state));
  if (first.state === 'open') {
    await callSimulator(simulatorUrl, '/faults', { disconnect: UNLINKED });
    await untilChannel(product, ({ state }) => state === 'pairing');
  }
  return { paired: untilChannel(product, ({ state }) => state === 'open') };
}

const SETTLED: readonly string[] = ['open', 'pairing'];
const UNLINKED = 401;
