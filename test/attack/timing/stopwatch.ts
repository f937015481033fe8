import { createApiBrowser } from '../../e2e/support/api-browser.js';
import { PROBES } from './probes.js';
import type { Sample, Timed } from './timer.js';

/*
 * The attacker's own process: the simulated phones live in the one that started it, and what they do with a message
 * that arrives would be measured, too.
 */

let addresses = 0;

/** Out of the addresses that are kept for measurements (RFC 2544). */
function nextAddress(): string {
  addresses += 1;
  return `198.${18 + (addresses >> 16)}.${(addresses >> 8) & 255}.${addresses & 255}`;
}

process.on('message', ({ probe, taxId, origin, target }: Sample) => {
  const newBrowser = () =>
    createApiBrowser(origin, { 'x-forwarded-for': nextAddress() }, new Map(), target);
  const answer = (said: Timed) => process.send?.(said);
  PROBES[probe]?.time(newBrowser, taxId).then(
    (ms) => answer({ ms }),
    (error: unknown) => answer({ fault: String(error) }),
  );
});
