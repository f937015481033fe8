import { setFlagsFromString } from 'node:v8';

/**
 * By how much the heap may grow beyond what was alive at the last collection. V8's own bound lets some 60 MiB of live
 * objects become 240 before it collects; this costs more collections and keeps the process under 300 MiB
 * (docs/performance.md).
 */
const GROWTH_PERCENT = 40;

/** To be called once the product runs: while it starts everything stays alive, and collecting is wasted. */
export function boundHeap(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
}
