import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The end-to-end tests drive what is shipped: the compiled program. Built once for all of them. */
export async function setup(): Promise<void> {
  await run('npm', ['run', '--silent', 'build'], { cwd: process.cwd() });
}
