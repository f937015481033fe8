/**
 * How well a threshold tells two kinds of samples apart (Mann-Whitney): 0.5 not at all, 1 always. Whichever kind is the
 * slower one, so that the result is never below 0.5.
 */
export function areaUnderCurve(one: readonly number[], other: readonly number[]): number {
  let wins = 0;
  for (const left of one) {
    for (const right of other) wins += left > right ? 1 : left === right ? 0.5 : 0;
  }
  const area = wins / (one.length * other.length);
  return Math.max(area, 1 - area);
}
