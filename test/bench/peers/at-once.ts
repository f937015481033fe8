/** How many callers there are at once. */
export const CALLERS = 32;

/** Does one thing after the other for each item, with {@link CALLERS} of them under way. @returns in the items' order */
export async function atOnce<Item, Value>(
  items: readonly Item[],
  work: (item: Item, at: number) => Promise<Value>,
): Promise<Value[]> {
  const done: Value[] = [];
  const left = items.entries();
  const caller = async (): Promise<void> => {
    for (const [at, item] of left) done[at] = await work(item, at);
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  return done;
}
