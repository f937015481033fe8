/** Medians in milliseconds, and the median of the ratios of neighbours in time. */
export interface Comparison {
  readonly measured: number;
  readonly reference: number;
  readonly ratio: number;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted[sorted.length % 2 === 0 ? middle - 1 : middle];
  if (upper === undefined || lower === undefined) throw new Error('there is nothing to compare');
  return (lower + upper) / 2;
}

/** @param share of the values, between 0 and 1, that are at most this long */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  const value = sorted[Math.ceil(sorted.length * share) - 1];
  if (value === undefined) throw new Error('there is nothing to compare');
  return value;
}

/** @returns how long it took, in milliseconds */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Times two things by turns, so that whatever else the machine does weighs on both: in each round a few times one, a few
 * times the other. The ratio is the median over the rounds, which one disturbed round does not move.
 * @param measured one try; @returns its milliseconds, without what it had to prepare
 */
export async function compareByTurns(input: {
  readonly rounds: number;
  readonly triesPerRound: number;
  readonly measured: () => Promise<number>;
  readonly reference: () => Promise<number>;
}): Promise<Comparison> {
  const { rounds, triesPerRound } = input;
  const several = async (one: () => Promise<number>): Promise<number> => {
    const times: number[] = [];
    for (let tries = 0; tries < triesPerRound; tries += 1) times.push(await one());
    return median(times);
  };
  // What is compiled or opened on first use is no part of a hot path.
  await several(input.measured);
  await several(input.reference);
  const pairs: { measured: number; reference: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const measured = await several(input.measured);
    pairs.push({ measured, reference: await several(input.reference) });
  }
  return comparisonOf(pairs);
}

export function comparisonOf(
  pairs: readonly { readonly measured: number; readonly reference: number }[],
): Comparison {
  return {
    measured: median(pairs.map(({ measured }) => measured)),
    reference: median(pairs.map(({ reference }) => reference)),
    ratio: median(pairs.map(({ measured, reference }) => measured / reference)),
  };
}
