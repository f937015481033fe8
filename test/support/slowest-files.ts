import type { Reporter, TestModule } from 'vitest/node';

const SHOWN = 10;

/** What one test file took, in milliseconds of wall time. */
export interface FileTime {
  readonly file: string;
  readonly project: string;
  /** Until its tests could run: the modules it imports, and those that set it up. */
  readonly importMs: number;
  /** Its hooks and tests. */
  readonly testsMs: number;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** @returns lines about the slowest files, the slowest first; none where there is nothing to choose from */
export function slowestFiles(times: readonly FileTime[], shown = SHOWN): readonly string[] {
  if (times.length <= shown) return [];
  const whole = ({ importMs, testsMs }: FileTime): number => importMs + testsMs;
  const slowest = [...times].sort((one, other) => whole(other) - whole(one)).slice(0, shown);
  const sum = times.reduce((ms, time) => ms + whole(time), 0);
  const share = slowest.reduce((ms, time) => ms + whole(time), 0) / sum;
  const head = `The slowest ${shown} of ${times.length} files (${Math.round(share * 100)} % of ${seconds(sum)}):`;
  const lines = slowest.map((time) => {
    const { file, project, importMs, testsMs } = time;
    return `${seconds(whole(time)).padStart(9)}  ${project.padEnd(5)}  ${file} (import ${seconds(importMs)}, tests ${seconds(testsMs)})`;
  });
  return [head, ...lines];
}

function timeOf(module: TestModule): FileTime {
  const { prepareDuration, environmentSetupDuration, collectDuration, setupDuration, duration } =
    module.diagnostic();
  return {
    file: module.relativeModuleId,
    project: module.project.name,
    importMs: prepareDuration + environmentSetupDuration + collectDuration + setupDuration,
    testsMs: duration,
  };
}

/** Says at the end of a run which files took the longest. */
export class SlowestFiles implements Reporter {
  readonly #write: (text: string) => unknown;

  /** @param write where the lines go; standard output when left out */
  constructor(write: (text: string) => unknown = (text) => process.stdout.write(text)) {
    this.#write = write;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const lines = slowestFiles(modules.map(timeOf));
    if (lines.length > 0) this.#write(`${lines.join('\n')}\n\n`);
  }
}
