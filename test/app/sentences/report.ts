import { judge, type Verdict } from './judge.js';
import type { Played } from './play.js';

const VERDICTS: readonly Verdict[] = ['right', 'harmless', 'wrong', 'dangerous'];

export interface Figures {
  readonly played: number;
  readonly right: number;
  readonly dangerous: number;
}

/** How many sentences were understood, and how many led to what must not happen. */
export function figuresOf(all: readonly Played[]): Figures {
  const verdicts = all.map(judge);
  const count = (wanted: Verdict): number => verdicts.filter((one) => one === wanted).length;
  return { played: all.length, right: count('right'), dangerous: count('dangerous') };
}

/** A line for each label with the verdicts, then each sentence that was not understood and what was said to it. */
export function report(title: string, all: readonly Played[]): string {
  const labels = [...new Set(all.map(({ sentence }) => sentence.label))].sort();
  const judged = all.map((played) => ({ played, verdict: judge(played) }));
  const rows = labels.map((label) => {
    const own = judged.filter(({ played }) => played.sentence.label === label);
    const counts = VERDICTS.map((wanted) => own.filter(({ verdict }) => verdict === wanted).length);
    return [label.padEnd(18), ...[own.length, ...counts].map((n) => String(n).padStart(5))].join(
      '',
    );
  });
  const missed = judged.filter(({ verdict }) => verdict !== 'right').map(lineOf);
  const { played, right, dangerous } = figuresOf(all);
  const share = ((100 * right) / Math.max(1, played)).toFixed(1);
  return [
    `${title}: ${right} of ${played} understood (${share} %), ${dangerous} dangerous`,
    `${'label'.padEnd(18)}    n  right harml wrong dangr`,
    ...rows,
    ...missed,
    '',
  ].join('\n');
}

function lineOf({ played, verdict }: { played: Played; verdict: Verdict }): string {
  const { sentence, told } = played;
  const { id, context, label, text } = sentence;
  const said = told.map(({ key }) => key).join(' ') || '(silence)';
  return `${verdict === 'dangerous' ? '!' : ' '} ${id} ${context} · ${label} · ${text} → ${said}`;
}
