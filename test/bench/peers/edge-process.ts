import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Person {
  readonly id: string;
  readonly taxId: string;
  readonly chat: string;
}

/** What the edge's process is asked over the channel between both. */
export type ToEdge = { readonly id: number } & (
  | { readonly type: 'addPeople'; readonly from: number; readonly count: number }
  | { readonly type: 'takeCodes' }
  | { readonly type: 'issueLinks'; readonly accountIds: readonly string[] }
);

interface FromEdge {
  readonly id?: number;
  readonly port?: number;
  readonly value?: unknown;
}

/** The product's HTTP edge in a process of its own. */
export interface Edge {
  readonly port: number;
  addPeople(count: number): Promise<readonly Person[]>;
  /** Counts as sent what was asked for. @returns each chat's code */
  takeCodes(): Promise<ReadonlyMap<string, string>>;
  /** @returns the paths of the links */
  issueLinks(accountIds: readonly string[]): Promise<readonly string[]>;
  end(): Promise<void>;
}

/** Without the paths of the root's: `#src/…` leads to the compiled program, as in production. */
const COMPILED = fileURLToPath(new URL('./compiled.tsconfig.json', import.meta.url));

/** @throws when the process ends before it listens */
export async function startEdge(env: Readonly<Record<string, string>>): Promise<Edge> {
  const child = fork(fileURLToPath(new URL('./edge.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    env: { PATH: process.env['PATH'] ?? '', TSX_TSCONFIG_PATH: COMPILED, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const exit = once(child, 'exit');
  const waiting = new Map<number, (value: unknown) => void>();
  let asked = 0;
  const port = await new Promise<number>((resolve, reject) => {
    child.on('message', (said: FromEdge) => {
      if (said.port !== undefined) resolve(said.port);
      if (said.id !== undefined) waiting.get(said.id)?.(said.value);
    });
    exit.then(() => reject(new Error('the edge ended')), reject);
  });

  type Question = ToEdge extends infer One ? (One extends ToEdge ? Omit<One, 'id'> : never) : never;
  async function ask(question: Question): Promise<unknown> {
    asked += 1;
    const id = asked;
    const answer = new Promise((resolve) => waiting.set(id, resolve));
    child.send({ ...question, id });
    const ended = exit.then(() => {
      throw new Error('the edge ended');
    });
    const value = await Promise.race([answer, ended]);
    waiting.delete(id);
    return value;
  }

  let people = 0;
  return {
    port,
    addPeople: async (count) => {
      const from = people;
      people += count;
      return (await ask({ type: 'addPeople', from, count })) as readonly Person[];
    },
    takeCodes: async () =>
      new Map((await ask({ type: 'takeCodes' })) as readonly (readonly [string, string])[]),
    issueLinks: async (accountIds) =>
      (await ask({ type: 'issueLinks', accountIds })) as readonly string[],
    end: async () => {
      child.kill('SIGTERM');
      await exit;
    },
  };
}
