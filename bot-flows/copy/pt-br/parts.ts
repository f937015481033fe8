import type { SaidDevice } from '../parameters.js';
import type { SayTime } from '../say-time.js';

export function wait(seconds: number): string {
  if (seconds <= 1) return '1 segundo';
  if (seconds < 90) return `${seconds} segundos`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} minutos` : `${Math.ceil(minutes / 60)} horas`;
}

export function place({ browser, system }: SaidDevice): string {
  return [browser, system].filter((part) => part !== null).join(', ');
}

export function on(device: SaidDevice): string {
  const where = place(device);
  return where === '' ? '' : ` no ${where}`;
}

export function either(choices: readonly number[]): string {
  const shown = choices.map((choice) => String(choice).padStart(2, '0'));
  return `${shown.slice(0, -1).join(', ')} ou ${shown.slice(-1).join('')}`;
}

export function sessionLine(
  { n, lastSeenAt, ...device }: SaidDevice & { n: number; lastSeenAt: Date },
  times: SayTime,
): string {
  return `${n} ${place(device) || 'Aparelho sem nome'}, ${times.dayAndTime(lastSeenAt)}`;
}

export function endedAccesses(count: number): string {
  if (count === 0) return 'não havia nenhum acesso aberto';
  return count === 1 ? 'encerrei 1 acesso' : `encerrei ${count} acessos`;
}
