import type { Phones } from './phones.js';
import { personOf } from './conversations.js';
import { compareByTurns } from './compare.js';
import type { Echo } from './echo-process.js';
import { inMs, type Report } from './report.js';

const LIMIT = 8;
const PERSON = personOf(9_000);

/** From a message of a person to its answer in the phone, beside the bare client that says it again. */
export async function benchChatTurn(
  report: Report,
  { phones, echo }: { readonly phones: Phones; readonly echo: Echo },
): Promise<void> {
  await phones.add(PERSON.number, 'Ana');
  await echo.phones.add(PERSON.number, 'Ana');
  const { measured, reference, ratio } = await compareByTurns({
    rounds: 9,
    triesPerRound: 10,
    measured: () => phones.ask(PERSON.number, 'ajuda', /ENTRAR/),
    reference: () => echo.ask(PERSON.number),
  });
  report.add({
    name: 'chat turn, message to answer in the phone',
    measured: inMs(measured),
    reference: `${inMs(reference)} bare client's echo`,
    ratio,
    limit: LIMIT,
  });
}
