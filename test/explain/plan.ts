/** A node of a plan, as far as it says how rows are found (PostgreSQL, "EXPLAIN", format JSON). */
export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Filter?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** Of a large table, what one statement may read: some of those that wait for somebody are looked at together. */
const MOST_READ = 0.02;

interface Scan {
  readonly node: PlanNode;
  readonly parent: PlanNode | null;
}

function* scansIn(node: PlanNode, parent: PlanNode | null): Generator<Scan> {
  if (node['Node Type'].includes('Scan')) yield { node, parent };
  for (const child of node.Plans ?? []) yield* scansIn(child, node);
}

/** How it finds rows, each way once. */
export function scansOf(plan: PlanNode): readonly string[] {
  const ways = [...scansIn(plan, null)]
    .filter(({ node }) => node['Index Name'] !== undefined || node['Node Type'] === 'Seq Scan')
    .map(({ node }) => `${node['Node Type']} ${node['Index Name'] ?? node['Relation Name'] ?? ''}`);
  return [...new Set(ways)];
}

/** The rows that a scan looked at, those that it did not take included. */
function rowsRead(node: PlanNode): number {
  const removed =
    (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return ((node['Actual Rows'] ?? 0) + removed) * (node['Actual Loops'] ?? 1);
}

/** Whether it takes the first rows that come, whichever they are, and no more of them. */
function takesTheFirst({ node, parent }: Scan): boolean {
  return parent?.['Node Type'] === 'Limit' && node.Filter === undefined;
}

/**
 * A large table that is read from end to end, or far into, however the planner calls it.
 * @param large its rows, by name
 */
export function faultsOf(plan: PlanNode, large: ReadonlyMap<string, number>): readonly string[] {
  return [...scansIn(plan, null)].flatMap((scan) => {
    const { node } = scan;
    const table = node['Relation Name'] ?? '';
    const rows = large.get(table);
    if (rows === undefined) return [];
    if (node['Node Type'] === 'Seq Scan' && !takesTheFirst(scan)) {
      return [`reads all of ${table} where ${node.Filter ?? 'true'}`];
    }
    const read = rowsRead(node);
    return read > rows * MOST_READ ? [`reads ${read} rows of ${table}`] : [];
  });
}
