/** A process that holds a data folder until it is killed: `node … data-dir-holder.ts <folder>`. */
import { lockDataDir } from '#src/adapters/postgres/embedded/data-dir-lock.js';

await lockDataDir(process.argv[2] ?? '');
process.stdout.write('holding\n');
// The lock alone does not keep a process alive.
setInterval(() => undefined, 60_000);
