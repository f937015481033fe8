const CHECK_EVERY_MS = 5;
const TIMEOUT_MS = 15_000;

/** The first truthy value of `probe`, asked again every 5 ms until there is one; rejects after `withinMs` (15 s). */
export async function until<Value>(
  what: string,
  probe: () => Value | undefined | null | false | Promise<Value | undefined | null | false>,
  {
    withinMs = TIMEOUT_MS,
    everyMs = CHECK_EVERY_MS,
  }: { readonly withinMs?: number; readonly everyMs?: number } = {},
): Promise<NonNullable<Exclude<Value, false>>> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const value = await probe();
    if (value) return value as NonNullable<Exclude<Value, false>>;
    if (Date.now() > deadline) throw new Error(`Timed out waiting for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
