import type { Product } from '#src/main/compose/compose.js';
import { followChannel } from './channel-states.js';
import { callSimulator } from './simulator-calls.js';

/** The phone the demo's bot lives on. */
export const BOT_NUMBER = '5511900000001';

/**
 * Scans every QR the bot shows with the simulated phone, now and whenever it has to pair again.
 * @returns when the bot is connected for the first time
 */
export function keepPaired(product: Product, simulatorUrl: string): Promise<void> {
  let scanned: string | null = null;
  return new Promise((resolve, reject) => {
    followChannel(product, {
      take: async ({ state, qr }) => {
        if (state === 'open') {
          resolve();
          return;
        }
        if (qr === null || qr === scanned) return;
        scanned = qr;
        await callSimulator(simulatorUrl, '/pair', { qr, number: BOT_NUMBER });
      },
      failed: reject,
    });
  });
}
