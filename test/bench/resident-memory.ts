import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inMib, type Report } from './report.js';

/** Issue 1: with an external PostgreSQL; embedded no more than that and what PGlite takes by itself. */
const LIMIT_BYTES = 300 * 2 ** 20;
const BARE_PGLITE = fileURLToPath(new URL('./bare/pglite-memory.mjs', import.meta.url));
/** A registration is four turns and five messages, each with its statements. */
const TRANSACTIONS = 10_000;

/** @param folder of a database whose product has ended; it is written to */
export async function pgliteShare(folder: string): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    BARE_PGLITE,
    folder,
    String(TRANSACTIONS),
  ]);
  return Number(stdout);
}

/** @param share bytes that PGlite takes by itself; 0 with an external PostgreSQL */
export function reportMemory(
  report: Report,
  input: { readonly database: string; readonly resident: number; readonly share: number },
): void {
  const { database, resident, share } = input;
  const allowed = LIMIT_BYTES + share;
  report.add({
    name: `memory after 1,000 conversations, ${database}`,
    measured: inMib(resident),
    reference:
      share === 0 ? `${inMib(allowed)} allowed` : `${inMib(LIMIT_BYTES)} + ${inMib(share)} PGlite`,
    ratio: resident / allowed,
    limit: 1,
  });
}
