import { readFile } from 'node:fs/promises';

async function fieldOf(pid: number, field: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const kib = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
  if (kib === undefined) throw new Error(`/proc/${pid}/status names no ${field}`);
  return Number(kib) * 1024;
}

/** What a process holds in memory now and held at most, in bytes (Linux). */
export async function memoryOf(
  pid: number,
): Promise<{ readonly now: number; readonly most: number }> {
  return { now: await fieldOf(pid, 'VmRSS'), most: await fieldOf(pid, 'VmHWM') };
}
