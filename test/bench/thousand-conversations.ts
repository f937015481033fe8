import type { ProductProcess } from '../e2e/support/product-process.js';
import { comparisonOf, timed } from './compare.js';
import { forEachOf, personOf, register, TURNS_PER_REGISTRATION } from './conversations.js';
import type { Echo } from './echo-process.js';
import { memoryOf } from './memory.js';
import type { Phones } from './phones.js';
import { inMib, type Report } from './report.js';

const CONVERSATIONS = 1_000;
const ROUNDS = 4;
const PER_ROUND = CONVERSATIONS / ROUNDS;
/** At least 80 % of the bare client's messages a second; 60 % on the embedded database. */
const LIMITS = { external: 1 / 0.8, embedded: 1 / 0.6 };

/**
 * A thousand people register by chat, twenty at once; in between the bare client echoes as many messages of as many
 * strangers, just as many at once.
 * @returns the product's memory afterwards, in bytes
 */
export async function benchThousandConversations(
  report: Report,
  input: {
    readonly database: 'embedded' | 'external';
    readonly product: ProductProcess;
    readonly phones: Phones;
    readonly echo: Echo;
  },
): Promise<number> {
  const { database, product, phones, echo } = input;
  // The echo is one for the whole run: whom it has met before, it answers over a session that is there.
  const strangerOf = (index: number): string =>
    personOf(index + (database === 'embedded' ? 0 : CONVERSATIONS)).number;
  const pairs: { measured: number; reference: number }[] = [];
  for (let from = 0; from < CONVERSATIONS; from += PER_ROUND) {
    const part = { from, to: from + PER_ROUND };
    await forEachOf(part, async (index) => {
      await phones.add(personOf(index).number, 'Ana');
      await echo.phones.add(strangerOf(index), 'Ana');
    });
    const registered = await timed(() =>
      forEachOf(part, (index) => register(phones, personOf(index))),
    );
    const echoed = await timed(() =>
      forEachOf(part, async (index) => {
        for (let turn = 0; turn < TURNS_PER_REGISTRATION; turn += 1)
          await echo.ask(strangerOf(index));
      }),
    );
    const turns = PER_ROUND * TURNS_PER_REGISTRATION;
    pairs.push({ measured: registered / turns, reference: echoed / turns });
  }
  const memory = await memoryOf(product.pid);
  const { measured, reference, ratio } = comparisonOf(pairs);
  report.add({
    name: `chat turns, twenty at once, ${database}`,
    measured: `${(1000 / measured).toFixed(0)}/s`,
    reference: `${(1000 / reference).toFixed(0)}/s bare client's echoes`,
    ratio,
    limit: LIMITS[database],
  });
  report.note(
    `${CONVERSATIONS} registrations: ${inMib(memory.now)} resident, ${inMib(memory.most)} at most`,
  );
  return memory.now;
}
