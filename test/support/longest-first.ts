import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take minutes, the longest first. Vitest knows that from its last run; on a clean clone it goes by the size
 * of a file and would begin the longest one last, when the other workers have nothing left.
 */
export const LONG = [
  'test/e2e/crash.test.ts',
  'test/e2e/attack/erasure.test.ts',
  'test/e2e/crowd.test.ts',
  'test/e2e/terminal-pairing.test.ts',
  'test/e2e/bad-input.test.ts',
  'test/e2e/stop-signals.test.ts',
  'test/e2e/attack/codes.test.ts',
  'test/e2e/demo.test.ts',
  'test/e2e/demo-by-clicking.test.ts',
  'test/e2e/start-faults/data.test.ts',
  'test/e2e/attack/senders.test.ts',
  'test/e2e/attack/addresses.test.ts',
  'test/app/over-http/sessions.test.ts',
  'test/app/transcripts.test.ts',
  'test/adapters/postgres/damaged-log.test.ts',
  'test/bot-flows/chart-walk.test.ts',
];

interface Ordered {
  readonly moduleId: string;
  readonly project: { readonly name: string };
}

/** @returns the same files, within each project the long ones first; else the order stays */
export function longestFirst<File extends Ordered>(files: readonly File[]): File[] {
  const projects = [...new Set(files.map(({ project }) => project.name))];
  const rank = ({ moduleId }: File): number => {
    const at = LONG.findIndex((name) => moduleId.endsWith(name));
    return at === -1 ? LONG.length : at;
  };
  return [...files].sort(
    (one, other) =>
      projects.indexOf(one.project.name) - projects.indexOf(other.project.name) ||
      rank(one) - rank(other),
  );
}

/** Vitest's own order, the long files before it. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return longestFirst(await super.sort(files));
  }
}
