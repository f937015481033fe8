import { sampleCpf } from '../support/sample-cpf.js';
import type { Phones } from './phones.js';

const FIRST_NUMBER = 5_511_970_000_000;
const FIRST_CPF = 300_000_000;
const AT_ONCE = 20;
/** What a newcomer says until the link and the code are there: each a turn of its own. */
export const TURNS_PER_REGISTRATION = 4;

export interface Person {
  readonly number: string;
  readonly cpf: string;
}

export function personOf(index: number): Person {
  return { number: String(FIRST_NUMBER + index), cpf: sampleCpf(FIRST_CPF + index) };
}

/** One whole registration by chat. @returns the code, as the person reads it */
export async function register(phones: Phones, { number, cpf }: Person): Promise<string> {
  await phones.ask(number, 'oi', /CPF/);
  await phones.ask(number, cpf, /omo você se chama/);
  await phones.ask(number, 'Ana Pereira', /aceita/);
  await phones.ask(number, '1', /\/l\/[\w-]{43}/);
  return phones.hear(number, /^\d{6}$/);
}

/** Runs `work` for each index from `from` up to `to`, twenty at once unless it says otherwise. */
export async function forEachOf(
  { from, to }: { readonly from: number; readonly to: number },
  work: (index: number) => Promise<unknown>,
  atOnce = AT_ONCE,
): Promise<void> {
  let next = from;
  const lane = async (): Promise<void> => {
    while (next < to) {
      const index = next;
      next += 1;
      await work(index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}
