import type { ApiBrowser } from '../../e2e/support/api-browser.js';

/** A browser with cookies and an address of its own. */
export type NewBrowser = () => ApiBrowser;

/** One thing that a stranger can time about a CPF. */
export interface Probe {
  readonly name: string;
  /** Of how many of these calls all pages together have 1200 in ten minutes. */
  readonly codes: number;
  /** What reaches the phone of a known CPF; the next sample is taken after it. */
  readonly arrives?: RegExp;
  /** @returns milliseconds */
  readonly time: (newBrowser: NewBrowser, taxId: string) => Promise<number>;
}

const PAGES_AFTERWARDS = 12;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

const askCode = (browser: ApiBrowser, taxId: string) =>
  browser.post('/api/auth/whatsapp', { taxId });

const atOnce =
  (count: number): Probe['time'] =>
  (newBrowser, taxId) => {
    const browsers = Array.from({ length: count }, newBrowser);
    return timed(() => Promise.all(browsers.map((browser) => askCode(browser, taxId))));
  };

/** Security cases 11 and 64. */
export const PROBES: readonly Probe[] = [
  { name: 'a code is asked for', codes: 1, time: atOnce(1) },
  { name: 'three at once', codes: 3, time: atOnce(3) },
  { name: 'twelve at once', codes: 12, time: atOnce(12) },
  {
    name: 'a wrong password',
    codes: 0,
    time: (newBrowser, taxId) => {
      const browser = newBrowser();
      const wrong = { taxId, password: 'errada e comprida' };
      return timed(() => browser.post('/api/auth/login', wrong));
    },
  },
  {
    name: 'a code is asked for again in the same browser (superseding)',
    codes: 2,
    time: async (newBrowser, taxId) => {
      const browser = newBrowser();
      await askCode(browser, taxId);
      return timed(() => browser.post('/api/auth/whatsapp', { taxId, purpose: 'reset' }));
    },
  },
  {
    name: 'the slowest of twelve pages that somebody else opens after /password/forgot',
    codes: 1,
    arrives: /\/password\/reset\//,
    time: async (newBrowser, taxId) => {
      const [asking, other] = [newBrowser(), newBrowser()];
      await asking.request('POST', '/password/forgot', { form: { taxId } });
      let slowest = 0;
      for (let n = 0; n < PAGES_AFTERWARDS; n += 1) {
        slowest = Math.max(slowest, await timed(() => other.get('/login')));
      }
      return slowest;
    },
  },
];
