const CHECK_EVERY_MS = 5;
/** A long wait is looked at less often: a look may be a request, and others need the cores meanwhile. */
const CHECK_AT_LEAST_EVERY_MS = 50;
const LATER_BY_AT_MOST = 0.1;
const TIMEOUT_MS = 15_000;

/**
 * The first truthy value of `probe`, asked again every 5 ms at first (`everyMs`), then after a tenth of the time that has
 * passed, 50 ms at most; rejects after `withinMs` (15 s).
 */
export async function until<Value>(
  what: string,
  probe: () => Value | undefined | null | false | Promise<Value | undefined | null | false>,
  {
    withinMs = TIMEOUT_MS,
    everyMs = CHECK_EVERY_MS,
  }: { readonly withinMs?: number; readonly everyMs?: number } = {},
): Promise<NonNullable<Exclude<Value, false>>> {
  const begun = Date.now();
  for (;;) {
    const value = await probe();
    if (value) return value as NonNullable<Exclude<Value, false>>;
    const passedMs = Date.now() - begun;
    if (passedMs > withinMs) throw new Error(`Timed out waiting for ${what}`);
    const pauseMs = Math.min(passedMs * LATER_BY_AT_MOST, CHECK_AT_LEAST_EVERY_MS);
    await new Promise((resolve) => setTimeout(resolve, Math.max(everyMs, pauseMs)));
  }
}
