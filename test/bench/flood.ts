import { timed, percentile } from './compare.js';
import { personOf } from './conversations.js';
import { withPhones, type Phones } from './phones.js';
import { inMs, type Report } from './report.js';

const LIMIT = 3;
const MESSAGES = 1_000;
/** What each of the others says; whoever says the same much more often is taken for a program and gets no answer. */
const TURNS = 10;
const WARM_UP = 1;
const FLOODER = personOf(9_500);
/** Ten before it and ten others meanwhile. */
const OTHERS = Array.from({ length: 20 }, (_, at) => personOf(9_501 + at));

/** One phone sends a thousand messages at once: what ten others wait for their answers meanwhile, beside before it. */
export async function benchFlood(
  report: Report,
  input: { readonly phones: Phones; readonly simulatorUrl: string; readonly database: string },
): Promise<void> {
  const { phones, simulatorUrl, database } = input;
  for (const { number } of [FLOODER, ...OTHERS]) await phones.add(number, 'Ana');
  const turns = async (people: typeof OTHERS, count: number): Promise<readonly number[]> => {
    const waits = await Promise.all(
      people.map(async ({ number }) => {
        const own: number[] = [];
        for (let turn = 0; turn < count; turn += 1)
          own.push(await phones.ask(number, 'ajuda', /ENTRAR/));
        return own;
      }),
    );
    return waits.flat();
  };
  const [before, during] = [OTHERS.slice(0, 10), OTHERS.slice(10)];
  await turns(OTHERS, WARM_UP);
  const quiet = await turns(before, TURNS);
  // Its messages queue among themselves: in one queue with the others', those would wait here and not in the product.
  const { meanwhile, seconds } = await withPhones(simulatorUrl, async (flooder) => {
    const texts = Array.from({ length: MESSAGES }, (_, at) => `oi ${at}`);
    const flood = timed(() => Promise.all(texts.map((text) => flooder.say(FLOODER.number, text))));
    return { meanwhile: await turns(during, TURNS), seconds: (await flood) / 1000 };
  });
  const [calm, busy] = [percentile(quiet, 0.99), percentile(meanwhile, 0.99)];
  report.add({
    name: `others while one sends 1,000, p99, ${database}`,
    measured: inMs(busy),
    reference: `${inMs(calm)} before it`,
    ratio: busy / calm,
    limit: LIMIT,
  });
  report.note(`the thousand were handed over within ${seconds.toFixed(1)} s`);
}
