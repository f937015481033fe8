import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockDataDir } from '#src/adapters/postgres/embedded/data-dir-lock.js';

const HOLDER = path.join(import.meta.dirname, 'data-dir-holder.ts');

async function startHolder(dataDir: string): Promise<ChildProcess> {
  const options = ['--conditions=development', '--import', 'tsx', HOLDER, dataDir];
  const child = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

describe('the lock of the data folder', () => {
  let parent = '';
  beforeEach(async () => {
    parent = await mkdtemp(path.join(tmpdir(), 'zap-lock-'));
  });
  afterEach(() => rm(parent, { recursive: true }));

  it.each([
    ['a short path', 'data'],
    ['a path too long for a unix socket', path.join('x'.repeat(90), 'y'.repeat(90))],
  ])('lets one owner in at a time, at %s', async (_, name) => {
    const dataDir = path.join(parent, name);
    const lock = await lockDataDir(dataDir);
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
    await expect(lockDataDir(dataDir)).rejects.toMatchObject({
      name: 'DataDirError',
      code: 'in_use',
      message: expect.stringContaining(`in use by process ${process.pid}.`) as string,
    });
    await lock.release();
    await (await lockDataDir(dataDir)).release();
    expect(await readdir(dataDir)).toEqual([]);
  });

  it('never lets two of many in that come at once', async () => {
    const attempts = Array.from({ length: 10 }, () => lockDataDir(parent));
    const locks = (await Promise.allSettled(attempts)).filter(
      ({ status }) => status === 'fulfilled',
    );
    expect(locks.length).toBeLessThanOrEqual(1);
  });

  it('makes the folders once where many come at once, and tells none of them that they cannot be written', async () => {
    const told: unknown[] = [];
    for (let round = 0; round < 20; round += 1) {
      const dataDir = path.join(parent, `round-${round}`, 'data', 'demo');
      const attempts = await Promise.allSettled(
        Array.from({ length: 10 }, () => lockDataDir(dataDir)),
      );
      for (const attempt of attempts) {
        if (attempt.status === 'fulfilled') await attempt.value.release();
        else told.push((attempt.reason as { code: unknown }).code);
      }
    }
    expect(new Set(told)).toEqual(new Set(['in_use']));
  });

  it('names the other process, and is free at once when that is killed', async () => {
    const holder = await startHolder(parent);
    await expect(lockDataDir(parent)).rejects.toThrow(`in use by process ${holder.pid ?? 0}.`);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const lock = await lockDataDir(parent);
    expect(await readdir(parent)).toHaveLength(1);
    await lock.release();
  });

  it('says so when the folder cannot be written', async () => {
    await writeFile(path.join(parent, 'file'), '');
    await expect(lockDataDir(path.join(parent, 'file', 'data'))).rejects.toMatchObject({
      code: 'not_writable',
      message: expect.stringContaining('ENOTDIR') as string,
    });
  });

  it('leaves alone what else is in the folder', async () => {
    await mkdir(path.join(parent, 'db'));
    await writeFile(path.join(parent, 'master.key'), 'kept');
    await (await lockDataDir(parent)).release();
    expect(await readdir(parent)).toEqual(['db', 'master.key']);
  });
});
