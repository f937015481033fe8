import path from 'node:path';
import { runProgram, type Ending } from '../e2e/support/run-program.js';
import type { Field } from './field.js';

const CLI = 'dist/src/main/cli.js';

/**
 * `npm run audit:verify` of the build under attack, in English, while no instance runs.
 * @param kept an end of the log that was kept elsewhere: `--expect`
 */
export function verifyAuditOf(
  field: Field,
  env: Readonly<Record<string, string>>,
  kept?: string,
): Promise<Ending> {
  const expected = kept === undefined ? [] : ['--expect', kept];
  return runProgram([path.join(field.root, CLI), 'verify-audit', ...expected], {
    LOCALE: 'en',
    ...env,
  }).ended;
}
