import { describe, expect, test } from 'vitest';
import type { TestModule } from 'vitest/node';
import { SlowestFiles, slowestFiles, type FileTime } from '../support/slowest-files.js';

/** Files that take 1 s, 2 s, 3 s … */
function files(count: number): FileTime[] {
  return Array.from({ length: count }, (_, at) => ({
    file: `test/${at + 1}.test.ts`,
    project: 'unit',
    importMs: 250,
    testsMs: (at + 1) * 1000 - 250,
  }));
}

describe('the slowest files of a run', () => {
  test('are ten, the slowest first, with what they take of the whole', () => {
    const lines = slowestFiles(files(12));
    expect(lines).toHaveLength(11);
    expect(lines[0]).toBe('The slowest 10 of 12 files (96 % of 78.0 s):');
    expect(lines[1]).toBe('   12.0 s  unit   test/12.test.ts (import 0.3 s, tests 11.8 s)');
    expect(lines[10]).toContain('test/3.test.ts');
  });

  test('are not told where all of them would be listed', () => {
    expect(slowestFiles(files(10))).toEqual([]);
  });

  test('are told as the run measured them: all that comes before the tests is import', () => {
    const written: string[] = [];
    const module = (at: number) =>
      ({
        relativeModuleId: `test/${at}.test.ts`,
        project: { name: 'e2e' },
        diagnostic: () => ({
          ...{ environmentSetupDuration: 100, prepareDuration: 200, collectDuration: 300 },
          ...{ setupDuration: 400, duration: at * 1000, heap: undefined, importDurations: {} },
        }),
      }) as unknown as TestModule;
    const reporter = new SlowestFiles((text) => written.push(text));
    reporter.onTestRunEnd([module(1)]);
    expect(written).toEqual([]);
    reporter.onTestRunEnd(Array.from({ length: 11 }, (_, at) => module(at)));
    expect(written.join('')).toContain(
      '11.0 s  e2e    test/10.test.ts (import 1.0 s, tests 10.0 s)',
    );
  });
});
