import type { Command } from '../reading/commands/command-words.js';
import type { chat } from './chart-setup.js';

/** Some states of the charts, as `chat.createStateConfig` takes them. */
export type FlowStates = Parameters<typeof chat.createStateConfig>[0];
type On = NonNullable<FlowStates['on']>;
/** Where an event leads; of several, the first whose guard holds. */
type Leads<Event extends keyof On> = Exclude<On[Event], undefined>;
type LeadsOnce<Event extends keyof On> = Exclude<Leads<Event>, readonly unknown[]>;

/** A command of the chat. Its phrases are in `copy`, under the same name. */
export interface CommandFlow<Name extends Command> {
  /** What it does, whatever is being asked. */
  readonly said: Leads<Name>;
  /** Where it goes on, once the account behind the number is known; only for commands that need one. */
  readonly known?: readonly LeadsOnce<'personKnown'>[];
  /** The states that it brings, under its name; several commands may share those of one. */
  readonly states?: FlowStates;
}
