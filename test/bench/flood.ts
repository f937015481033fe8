import { timed, percentile } from './compare.js';
import { personOf } from './conversations.js';
import { withPhones, type Phones } from './phones.js';
import { inMs, type Report } from './report.js';

const LIMIT = 3;
const MESSAGES = 1_000;
/** What each of ten others says, before and meanwhile; more than twenty in a minute would be told to pause. */
const TURNS = 8;
const WARM_UP = 2;
const FLOODER = personOf(9_500);
const OTHERS = Array.from({ length: 10 }, (_, at) => personOf(9_501 + at));

/** One phone sends a thousand messages at once: what ten others wait for their answers meanwhile, beside before it. */
export async function benchFlood(
  report: Report,
  input: { readonly phones: Phones; readonly simulatorUrl: string; readonly database: string },
): Promise<void> {
  const { phones, simulatorUrl, database } = input;
  for (const { number } of [FLOODER, ...OTHERS]) await phones.add(number, 'Ana');
  const turns = async (count: number): Promise<readonly number[]> => {
    const waits = await Promise.all(
      OTHERS.map(async ({ number }) => {
        const own: number[] = [];
        for (let turn = 0; turn < count; turn += 1)
          own.push(await phones.ask(number, 'ajuda', /ENTRAR/));
        return own;
      }),
    );
    return waits.flat();
  };
  await turns(WARM_UP);
  const quiet = await turns(TURNS);
  // Its messages queue among themselves: in one queue with the others', those would wait here and not in the product.
  const { meanwhile, seconds } = await withPhones(simulatorUrl, async (flooder) => {
    const texts = Array.from({ length: MESSAGES }, (_, at) => `oi ${at}`);
    const flood = timed(() => Promise.all(texts.map((text) => flooder.say(FLOODER.number, text))));
    return { meanwhile: await turns(TURNS), seconds: (await flood) / 1000 };
  });
  const [before, during] = [percentile(quiet, 0.99), percentile(meanwhile, 0.99)];
  report.add({
    name: `others while one sends 1,000, p99, ${database}`,
    measured: inMs(during),
    reference: `${inMs(before)} before it`,
    ratio: during / before,
    limit: LIMIT,
  });
  report.note(`the thousand were handed over within ${seconds.toFixed(1)} s`);
}
