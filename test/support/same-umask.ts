const OWNER_ONLY = 0o077;

/** @returns the file mask of this process; Node tells it without a warning only where another one is set */
export function currentUmask(): number {
  const mask = process.umask(OWNER_ONLY);
  process.umask(mask);
  return mask;
}

/** The embedded database sets this process's file mask for good: here it is put back, for the programs that tests start. */
export async function sameUmask<Value>(work: () => Promise<Value>): Promise<Value> {
  const mask = currentUmask();
  try {
    return await work();
  } finally {
    process.umask(mask);
  }
}
