import { chatChart } from '#bot-flows/chat-chart.js';
import { everyState } from './chart-edges.js';

type ChartNode = ReturnType<typeof everyState>[number];
type Transition = ReturnType<typeof chatChart.getTransitionData>[number];

export interface Drawing {
  /** Name of the file without its ending. */
  readonly file: string;
  readonly text: string;
}

/** One page for each flow, and one for what works anywhere: Mermaid state diagrams made from the charts. */
export function drawCharts(): Drawing[] {
  const flows = Object.values<ChartNode>(chatChart.root.states);
  return [
    { file: 'anywhere', text: page('anywhere', [chatChart.root]) },
    ...flows.map((flow) => ({ file: kebab(flow.key), text: page(flow.key, everyState(flow)) })),
  ];
}

function page(title: string, states: ChartNode[]): string {
  const names = states.filter((state) => isLeaf(state)).map((state) => `  ${declared(state)}`);
  const first = states.length > 1 ? startOf(states[0]) : [];
  const arrows = states.flatMap((state) =>
    [...state.transitions].flatMap(([event, candidates]) =>
      candidates.map((transition) => arrow(state, { event, transition })),
    ),
  );
  const lines = ['stateDiagram-v2', ...names, ...first, ...new Set(arrows)];
  return [
    `# ${title}`,
    '',
    'Made from the charts by `npx vitest run test/bot-flows/draw-chart.test.ts -u`.',
    '',
    '```mermaid',
    ...lines,
    '```',
    '',
  ].join('\n');
}

function startOf(flow: ChartNode | undefined): string[] {
  const [initial] = flow?.initial.target ?? [];
  return initial ? [`  [*] --> ${id(initial)}`] : [];
}

function arrow(
  from: ChartNode,
  { event, transition }: { event: string; transition: Transition },
): string {
  const to = transition.target?.[0] ?? from;
  const said = transition.actions.flatMap((action) => named(action)).join(', ');
  const guard = transition.guard === undefined ? '' : ` [${guardName(transition.guard)}]`;
  return `  ${id(from)} --> ${id(to)}: ${event}${guard}${said === '' ? '' : ` / ${said}`}`;
}

/** What a transition says, by the name of the text; what it does to the context is left out. */
function named(action: unknown): string[] {
  if (typeof action !== 'object' || action === null || !('params' in action)) return [];
  const { params } = action;
  if (typeof params !== 'object' || params === null || !('key' in params)) return [];
  return [String(params.key)];
}

function guardName(guard: unknown): string {
  if (typeof guard === 'string') return guard;
  if (typeof guard !== 'object' || guard === null || !('type' in guard)) return 'guarded';
  const params = 'params' in guard && guard.params ? Object.values(guard.params).join(' ') : '';
  return `${String(guard.type)} ${params}`.trim();
}

function declared(state: ChartNode): string {
  const entry = state.entry.flatMap((action: unknown) => effectName(action));
  const label = [state.path.join('.') || 'anywhere', ...entry].join(' / ');
  return `state "${label}" as ${id(state)}`;
}

function effectName(action: unknown): string[] {
  if (typeof action === 'string') return [action];
  if (typeof action !== 'object' || action === null || !('type' in action)) return [];
  return [...named(action), ...(named(action).length === 0 ? [String(action.type)] : [])];
}

function isLeaf({ states }: ChartNode): boolean {
  return Object.keys(states).length === 0;
}

function id({ path }: { readonly path: string[] }): string {
  return path.length === 0 ? 'anywhere' : path.join('_');
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}
