import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { embeddedTemplate } from '../../support/embedded-template.js';

const run = promisify(execFile);

/** What is shipped is driven, the compiled program, on copies of one database: both are made once for all files. */
export async function setup(): Promise<void> {
  await embeddedTemplate();
  await run('npm', ['run', '--silent', 'build'], { cwd: process.cwd() });
}
