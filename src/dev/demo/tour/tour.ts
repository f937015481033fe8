import type { TurnReport } from '#src/app/ports/turn-observer.js';
import type { DomainEvent } from '#src/domain/events.js';
import type { DemoPerson } from '../people.js';
import { stateOf } from '../show-turns.js';
import type { Utterances } from '../words/demo-words.js';

/** In the order of the tour; `pair` is played only where the bot has no phone at first. */
export const STEPS = ['pair', 'register', 'link', 'number', 'google', 'block'] as const;
export type StepName = (typeof STEPS)[number];

/** What the start page shows of the tour. */
export interface TourView {
  readonly steps: readonly { readonly name: StepName; readonly done: boolean }[];
  readonly person: DemoPerson;
  /** What the person writes next in these steps; null: nothing. */
  readonly writes: { readonly register: string | null; readonly block: string | null };
  /** The chat has a link that nobody used. */
  readonly hasLink: boolean;
}

export interface Tour {
  view(): TourView;
  person(): DemoPerson;
  /** The bot has a phone. */
  readonly paired: () => void;
  /** One turn of the bot in a chat. */
  took(report: TurnReport): void;
  /** Something happened in the product. */
  readonly happened: (event: DomainEvent) => void;
  /** Has the stranger of the last step sign in; what he does counts for no other step. */
  asStranger(signIn: () => Promise<boolean>): Promise<boolean>;
  /** The same for somebody else, from the first step on. */
  restart(person: DemoPerson): void;
  /** Calls `listener` after each change. @returns a function that ends it */
  listen(listener: () => void): () => void;
}

interface Played {
  readonly person: DemoPerson;
  readonly done: ReadonlySet<StepName>;
  /** The state of the person's chat, by the name that the flows have for it. */
  readonly chat: string;
  readonly hasLink: boolean;
  readonly strangerCame: boolean;
}

const digits = (number: string): string => number.replace(/\D/g, '');

/**
 * The tour of the start page: which steps really happened, by what the product itself reports, and what the person would
 * write next. It starts with nothing done.
 */
export function createTour(input: {
  readonly person: DemoPerson;
  /** Begins with the pairing. */
  readonly unpaired: boolean;
  readonly utterances: Utterances;
}): Tour {
  const { unpaired, utterances } = input;
  const listeners = new Set<() => void>();
  const steps = STEPS.filter((name) => unpaired || name !== 'pair');
  let isStranger = false;
  let now: Played = fresh(input.person);

  function change(next: Partial<Played>): void {
    now = { ...now, ...next };
    for (const listener of listeners) listener();
  }

  function check(...names: readonly StepName[]): void {
    change({ done: new Set([...now.done, ...names]) });
  }

  return {
    person: () => now.person,
    view: () => ({
      steps: steps.map((name) => ({ name, done: now.done.has(name) })),
      person: now.person,
      writes: { register: nextToRegister(now, utterances), block: nextToBlock(now, utterances) },
      hasLink: now.hasLink,
    }),
    paired: () => check('pair'),
    took: (report) => {
      if (report.phone === null || digits(report.phone) !== now.person.number) return;
      const gotLink = report.queued.some(({ kind }) => kind === 'link');
      change({ chat: stateOf(report), hasLink: gotLink || now.hasLink });
      if (gotLink && report.steps.some(({ effects }) => effects.includes('register')))
        check('register');
    },
    happened: (event) => {
      if (event.type === 'session.created') {
        if (event.method === 'login_link') change({ hasLink: false, strangerCame: isStranger });
        const step = isStranger ? undefined : STEP_OF[event.method];
        if (step !== undefined) check(step);
      }
      if (event.type === 'account.blocked' && event.by === 'owner' && now.strangerCame)
        check('block');
    },
    asStranger: async (signIn) => {
      isStranger = true;
      try {
        return await signIn();
      } finally {
        isStranger = false;
      }
    },
    restart: (person) => change({ ...fresh(person), done: pairedAlready(now.done) }),
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Which step a session of this way in is; a code and a password are none. */
const STEP_OF: Partial<Record<string, StepName>> = {
  login_link: 'link',
  request: 'number',
  google: 'google',
};

function fresh(person: DemoPerson): Played {
  return { person, done: new Set(), chat: '', hasLink: false, strangerCame: false };
}

function pairedAlready(done: ReadonlySet<StepName>): ReadonlySet<StepName> {
  return new Set<StepName>(done.has('pair') ? ['pair'] : []);
}

function nextToRegister({ done, chat, person }: Played, { hello, yes }: Utterances): string | null {
  if (done.has('register')) return null;
  if (chat.startsWith('taxId.')) return person.cpf;
  if (chat === 'registration.name') return person.name;
  if (chat === 'registration.consent') return yes;
  return hello;
}

function nextToBlock({ done, hasLink, strangerCame }: Played, says: Utterances): string | null {
  if (done.has('block')) return null;
  if (strangerCame) return says.block;
  return hasLink ? null : says.enter;
}
