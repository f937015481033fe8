/** One comparison: what the product takes beside what it is held against, both from this run. */
export interface Line {
  readonly name: string;
  readonly measured: string;
  readonly reference: string;
  /** Measured over reference; smaller is better. */
  readonly ratio: number;
  readonly limit: number;
}

export interface Report {
  /** A line that counts: over its limit, the run fails. */
  add(line: Line): void;
  /** A line for people only. */
  note(text: string): void;
  isOver(): boolean;
}

const WIDTHS = { name: 44, measured: 17, reference: 31, ratio: 8, limit: 7 } as const;

function row(cells: Readonly<Record<keyof typeof WIDTHS, string>>, verdict: string): string {
  const { name, measured, reference, ratio, limit } = WIDTHS;
  return [
    cells.name.padEnd(name),
    cells.measured.padStart(measured),
    cells.reference.padStart(reference),
    cells.ratio.padStart(ratio),
    cells.limit.padStart(limit),
    `  ${verdict}`,
  ].join('');
}

/** Prints each line as soon as it is known. */
export function createReport(print: (text: string) => void): Report {
  let over = false;
  const heads = { ratio: 'ratio', limit: 'limit', reference: 'reference', measured: 'measured' };
  print(row({ name: 'what', ...heads }, ''));
  return {
    add({ name, measured, reference, ratio, limit }) {
      const within = ratio <= limit;
      over ||= !within;
      const numbers = { ratio: ratio.toFixed(2), limit: limit.toFixed(2) };
      print(row({ name, measured, reference, ...numbers }, within ? 'ok' : 'OVER'));
    },
    note: (text) => print(`  ${text}`),
    isOver: () => over,
  };
}

export function inMs(ms: number): string {
  return ms < 10 ? `${ms.toFixed(2)} ms` : `${Math.round(ms)} ms`;
}

export function inMib(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MiB`;
}
