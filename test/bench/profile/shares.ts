import { z } from 'zod';

const Recorded = z.object({
  /** Microseconds of processor time. */
  cpu: z.object({ user: z.number(), system: z.number() }),
  profile: z.object({
    nodes: z.array(
      z.object({
        id: z.number(),
        callFrame: z.object({ functionName: z.string(), url: z.string() }),
        children: z.array(z.number()).optional(),
      }),
    ),
    samples: z.array(z.number()),
    timeDeltas: z.array(z.number()),
  }),
});

/** What a CPU profile says, in shares of the time that the thread was at work. */
export interface Shares {
  /** Processor time of the whole process, in milliseconds. */
  readonly cpuMs: number;
  readonly byPackage: readonly Share[];
  readonly byFunction: readonly Share[];
}

export interface Share {
  readonly name: string;
  /** Between 0 and 1, by self time. */
  readonly share: number;
}

const PACKAGE = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/;
const OWN = /\/(?:dist\/)?((?:src|bot-flows|web-link)\/(?:[^/]+\/)?[^/]+)\//;

type Node = z.infer<typeof Recorded>['profile']['nodes'][number];

/** Node's own and V8's functions count for the package that called them. */
function readOwners(nodes: readonly Node[]): ReadonlyMap<number, string> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const owners = new Map<number, string>();
  function visit({ id, callFrame, children }: Node, caller: string): void {
    const { url, functionName } = callFrame;
    const special = url === '' && functionName.startsWith('(') && functionName !== '(root)';
    const owner = special ? functionName : (PACKAGE.exec(url)?.[1] ?? OWN.exec(url)?.[1] ?? caller);
    owners.set(id, owner);
    for (const child of children ?? []) {
      const node = byId.get(child);
      if (node !== undefined) visit(node, owner);
    }
  }
  const [root] = nodes;
  if (root !== undefined) visit(root, 'node');
  return owners;
}

function sorted(times: ReadonlyMap<string, number>, all: number): Share[] {
  return [...times]
    .map(([name, time]) => ({ name, share: time / all }))
    .sort((left, right) => right.share - left.share);
}

/** @param text what `record.mjs` wrote */
export function readShares(text: string): Shares {
  const { cpu, profile } = Recorded.parse(JSON.parse(text));
  const owners = readOwners(profile.nodes);
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
  const packages = new Map<string, number>();
  const functions = new Map<string, number>();
  let all = 0;
  profile.samples.forEach((id, at) => {
    const frame = frames.get(id);
    if (frame === undefined || frame.functionName === '(idle)') return;
    const time = profile.timeDeltas[at] ?? 0;
    all += time;
    const name = owners.get(id) ?? '';
    packages.set(name, (packages.get(name) ?? 0) + time);
    const named = `${frame.functionName || '(anonymous)'}  ${name}`;
    functions.set(named, (functions.get(named) ?? 0) + time);
  });
  return {
    cpuMs: (cpu.user + cpu.system) / 1000,
    byPackage: sorted(packages, all),
    byFunction: sorted(functions, all),
  };
}
