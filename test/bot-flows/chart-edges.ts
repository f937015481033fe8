import { getMicrosteps } from 'xstate';

import type { ChartEvent } from '#bot-flows/reading/chart-event.js';
import { chatChart } from '#bot-flows/chat-chart.js';
import { readEvent } from '#bot-flows/reading/read-event.js';
import type { ChatDialogue } from '#src/app/chat/effects/all-effects.js';

type ChartNode = typeof chatChart.root;
type Transition = ReturnType<typeof chatChart.getTransitionData>[number];

/** One arrow of the charts. */
export interface Edge {
  /** "menu · choice · 2 of 4", for a person to find it. */
  readonly name: string;
  readonly transition: Transition;
}

const RAISED: Readonly<Record<string, ChartEvent>> = {
  misread: { type: 'notUnderstood' },
  askAgain: { type: 'askedAgain' },
  explained: { type: 'explained' },
};

/** Every state, outermost first. */
export function everyState(node: ChartNode = chatChart.root): ChartNode[] {
  const children = Object.values<ChartNode>(node.states);
  return [node, ...children.flatMap((child) => everyState(child))];
}

/** Every arrow of the charts. */
export function everyEdge(): Edge[] {
  return everyState().flatMap(({ path, transitions }) =>
    [...transitions].flatMap(([event, candidates]) =>
      candidates.map((transition, index) => ({
        name: `${path.join('.') || 'anywhere'} · ${event} · ${index + 1} of ${candidates.length}`,
        transition,
      })),
    ),
  );
}

/** The same dialogue, which reports every arrow it takes, those of raised events as well. */
export function watched(
  dialogue: ChatDialogue,
  took: (transition: Transition) => void,
): ChatDialogue {
  return {
    step(snapshot, happened) {
      const read = readEvent(snapshot, happened);
      let { state } = read;
      let event: ChartEvent | undefined = read.event;
      for (const [next] of getMicrosteps(chatChart, state, read.event)) {
        if (event === undefined) throw new Error('a chart took a step of its own');
        const taken = chatChart.getTransitionData(state, event);
        taken.forEach(took);
        event = taken.flatMap(raisedBy).at(0);
        state = next;
      }
      return dialogue.step(snapshot, happened);
    },
  };
}

function raisedBy({ actions }: Transition): ChartEvent[] {
  return actions.flatMap((action: unknown) => {
    const event = RAISED[typeof action === 'string' ? action : ''];
    return event ? [event] : [];
  });
}

/** Runs `look` on charts that lack one arrow: a guard that never holds is as good as none there. */
export function without<Seen>(transition: Transition, look: () => Seen): Seen {
  const { guard } = transition;
  Object.assign(transition, { guard: () => false });
  try {
    return look();
  } finally {
    Object.assign(transition, { guard });
  }
}
