import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { copyEmbeddedTemplate } from '../../../support/embedded-template.js';
import { runProgram, type Ending, type RunningProgram } from '../../support/run-program.js';

const START = path.resolve('dist/src/main/start.js');
/** Exit codes of sysexits.h: EX_CONFIG and EX_UNAVAILABLE. */
export const CONFIG = 78;
export const UNAVAILABLE = 69;

/** A master key, which no message may repeat. */
export const KEY = randomBytes(32).toString('base64');

export type Variables = Readonly<Record<string, string>>;

/** Starts of the product, in English, on a data folder of its own with a migrated, empty database in it. */
export interface Starts {
  readonly dataDir: string;
  readonly start: (env?: Variables) => RunningProgram;
  /**
   * Expects a start to end by itself with a message for the operator: no stack, no secret, nothing on stdout.
   * @param code the exit code, 78 when left out
   * @returns the message
   */
  readonly expectFault: (env: Variables, code?: number) => Promise<string>;
  /** Expects a start to answer requests, and to end with 0 when it is told to. */
  readonly expectStarts: (env?: Variables) => Promise<void>;
}

function createStarts(dataDir: string, running: RunningProgram[]): Starts {
  function start(env: Variables = {}): RunningProgram {
    const program = runProgram([START], { DATA_DIR: dataDir, PORT: '0', LOCALE: 'en', ...env });
    running.push(program);
    return program;
  }

  return {
    dataDir,
    start,
    expectFault: async (env, code = CONFIG) => {
      const ending: Ending = await start(env).ended;
      expect(ending.code, ending.stderr).toBe(code);
      expect(ending.stderr).not.toMatch(/^\s+at |node:internal|error of its own/m);
      expect(ending.stderr).not.toContain(KEY);
      expect(ending.stdout).not.toContain('listening');
      return ending.stderr;
    },
    expectStarts: async (env) => {
      const program = start(env);
      const [, url = ''] = await program.untilPrinted(/listening on (\S+)\)/);
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      program.signal('SIGTERM');
      expect((await program.ended).code).toBe(0);
    },
  };
}

/** Gives the work a data folder and programs of its own, so that several can run at once, and ends what still runs. */
export async function withStarts(work: (starts: Starts) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'zap-start-'));
  const running: RunningProgram[] = [];
  try {
    const dataDir = path.join(folder, 'data');
    await copyEmbeddedTemplate(dataDir);
    await work(createStarts(dataDir, running));
  } finally {
    for (const program of running) {
      program.signal('SIGKILL');
      await program.ended;
    }
    await rm(folder, { recursive: true });
  }
}
