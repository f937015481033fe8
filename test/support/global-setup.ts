import { uncoveredBackends } from './backends.js';
import { embeddedTemplate } from './embedded-template.js';

/** Runs once before all test files: says what is not covered, and makes the database the files copy. */
export async function setup(): Promise<void> {
  const notice = uncoveredBackends();
  if (notice !== null) process.stderr.write(`\n${notice}\n\n`);
  await embeddedTemplate();
}
