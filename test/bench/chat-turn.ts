import type { Phones } from './phones.js';
import { personOf } from './conversations.js';
import { compareByTurns } from './compare.js';
import type { Echo } from './echo-process.js';
import { inMs, type Report } from './report.js';

const LIMIT = 8;
/** Several people by turns: one alone would be told to pause after twenty turns. */
const PEOPLE = Array.from({ length: 10 }, (_, at) => personOf(9_100 + at));

/** From a message of a person to its answer in the phone, beside the bare client that says it again. */
export async function benchChatTurn(
  report: Report,
  { phones, echo }: { readonly phones: Phones; readonly echo: Echo },
): Promise<void> {
  for (const { number } of PEOPLE) {
    await phones.add(number, 'Ana');
    await echo.phones.add(number, 'Ana');
  }
  let turns = 0;
  const nextNumber = (): string => PEOPLE[(turns += 1) % PEOPLE.length]?.number ?? '';
  const { measured, reference, ratio } = await compareByTurns({
    rounds: 9,
    triesPerRound: 10,
    measured: () => phones.ask(nextNumber(), 'ajuda', /ENTRAR/),
    reference: () => echo.ask(nextNumber()),
  });
  report.add({
    name: 'chat turn, message to answer in the phone',
    measured: inMs(measured),
    reference: `${inMs(reference)} bare client's echo`,
    ratio,
    limit: LIMIT,
  });
}
