import type { ApiBrowser } from '../../e2e/support/api-browser.js';
import type { Field } from '../field.js';

/** One thing that a stranger can time about a CPF. @returns milliseconds */
export interface Probe {
  readonly name: string;
  readonly time: (field: Field, taxId: string) => Promise<number>;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

const askCode = (browser: ApiBrowser, taxId: string) =>
  browser.post('/api/auth/whatsapp', { taxId });

const atOnce =
  (count: number) =>
  (field: Field, taxId: string): Promise<number> => {
    const browsers = Array.from({ length: count }, () => field.browser({ instance: 0 }));
    return timed(() => Promise.all(browsers.map((browser) => askCode(browser, taxId))));
  };

/** Security cases 11 and 64. */
export const PROBES: readonly Probe[] = [
  { name: 'a code is asked for', time: atOnce(1) },
  { name: 'three at once', time: atOnce(3) },
  { name: 'twelve at once', time: atOnce(12) },
  {
    name: 'a wrong password',
    time: (field, taxId) => {
      const browser = field.browser({ instance: 0 });
      const wrong = { taxId, password: 'errada e comprida' };
      return timed(() => browser.post('/api/auth/login', wrong));
    },
  },
  {
    name: 'a code is asked for again in the same browser (superseding)',
    time: async (field, taxId) => {
      const browser = field.browser({ instance: 0 });
      await askCode(browser, taxId);
      return timed(() => browser.post('/api/auth/whatsapp', { taxId, purpose: 'reset' }));
    },
  },
  {
    name: 'what somebody else feels right after /password/forgot',
    time: async (field, taxId) => {
      const [asking, other] = [field.browser({ instance: 0 }), field.browser({ instance: 0 })];
      await asking.request('POST', '/password/forgot', { form: { taxId } });
      return timed(() => other.get('/login'));
    },
  },
];
