import { readMessage } from '#bot-flows/reading/read-message.js';
import { readSentences } from '../app/sentences/sentence.js';
import { compareByTurns } from './compare.js';
import { personOf } from './conversations.js';
import type { Phones } from './phones.js';
import { inMs, type Report } from './report.js';

/** A fiftieth of the turn that it is a part of. */
const LIMIT = 0.02;
const TEXTS = readSentences('open.tsv').map(({ text }) => text.replaceAll(' ⏎ ', '\n'));
const PEOPLE = Array.from({ length: 10 }, (_, at) => personOf(9_200 + at));

/** What it costs to understand one sentence, beside the whole turn of a chat. */
export async function benchUnderstanding(
  report: Report,
  { phones }: { readonly phones: Phones },
): Promise<void> {
  for (const { number } of PEOPLE) await phones.add(number, 'Ana');
  let turns = 0;
  const nextNumber = (): string => PEOPLE[(turns += 1) % PEOPLE.length]?.number ?? '';
  let read = 0;
  const understand = (text: string): number => {
    const said = { type: 'message', text, forwarded: false, silenceMs: null, late: false } as const;
    const start = performance.now();
    readMessage(said, { situation: 'rest', isRegistering: false });
    return performance.now() - start;
  };
  for (const text of TEXTS) understand(text);
  const { measured, reference, ratio } = await compareByTurns({
    rounds: 9,
    triesPerRound: 10,
    measured: () => Promise.resolve(understand(TEXTS[(read += 1) % TEXTS.length] ?? '')),
    reference: () => phones.ask(nextNumber(), 'ajuda', /ENTRAR/),
  });
  report.add({
    name: 'a sentence understood',
    measured: `${Math.round(measured * 1_000)} µs`,
    reference: `${inMs(reference)} chat turn`,
    ...{ ratio, limit: LIMIT },
  });
}
