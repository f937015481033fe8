import type { SaidDevice } from '../parameters.js';
import type { SayTime } from '../say-time.js';

export function wait(seconds: number): string {
  if (seconds <= 1) return '1 second';
  if (seconds < 90) return `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}

export function place({ browser, system }: SaidDevice): string {
  return [browser, system].filter((part) => part !== null).join(', ');
}

export function on(device: SaidDevice): string {
  const where = place(device);
  return where === '' ? '' : ` on ${where}`;
}

export function either(choices: readonly number[]): string {
  const shown = choices.map((choice) => String(choice).padStart(2, '0'));
  return `${shown.slice(0, -1).join(', ')} or ${shown.slice(-1).join('')}`;
}

export function sessionLine(
  { n, lastSeenAt, ...device }: SaidDevice & { n: number; lastSeenAt: Date },
  times: SayTime,
): string {
  return `${n} ${place(device) || 'Unnamed device'}, ${times.dayAndTime(lastSeenAt)}`;
}

export function endedSessions(count: number): string {
  if (count === 0) return 'your account was not open anywhere';
  return count === 1 ? 'I ended 1' : `I ended ${count}`;
}
