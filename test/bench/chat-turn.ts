import type { Phones } from './phones.js';
import { personOf } from './conversations.js';
import { percentile } from './compare.js';
import type { Echo } from './echo-process.js';
import { inMs, type Report } from './report.js';

/** What a person waits, in half of the turns and in one of a hundred, beside the bare client. */
const LIMITS = { external: { p50: 1.5, p99: 2 }, embedded: { p50: 2, p99: 3 } };
const TURNS = 400;
const WARM_UP = 40;
/** Several people by turns: one alone would be told to pause after twenty turns. */
const PEOPLE = Array.from({ length: 40 }, (_, at) => personOf(9_100 + at));

/** From a message of a person to its answer in the phone, beside the bare client that says it again, by turns. */
export async function benchChatTurn(
  report: Report,
  input: {
    readonly database: 'embedded' | 'external';
    readonly phones: Phones;
    readonly echo: Echo;
  },
): Promise<void> {
  const { database, phones, echo } = input;
  for (const { number } of PEOPLE) {
    await phones.add(number, 'Ana');
    await echo.phones.add(number, 'Ana');
  }
  const measured: number[] = [];
  const reference: number[] = [];
  for (let turn = 0; turn < WARM_UP + TURNS; turn += 1) {
    const number = PEOPLE[turn % PEOPLE.length]?.number ?? '';
    const [answered, echoed] = [
      await phones.ask(number, 'ajuda', /ENTRAR/),
      await echo.ask(number),
    ];
    if (turn < WARM_UP) continue;
    measured.push(answered);
    reference.push(echoed);
  }
  for (const [name, share] of [
    ['p50', 0.5],
    ['p99', 0.99],
  ] as const) {
    const [ours, theirs] = [percentile(measured, share), percentile(reference, share)];
    report.add({
      name: `one chat turn alone, ${name}, ${database}`,
      measured: inMs(ours),
      reference: `${inMs(theirs)} bare client's echo`,
      ratio: ours / theirs,
      limit: LIMITS[database][name],
    });
  }
}
