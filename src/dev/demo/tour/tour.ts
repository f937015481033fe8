import type { TurnReport } from '#src/app/ports/turn-observer.js';
import type { DomainEvent } from '#src/domain/events.js';
import { stateOf } from '../show-turns.js';
import type { DemoPerson } from '../people.js';
import type { Utterances } from '../words/demo-words.js';
import { STEPS, type Cast, type StepName } from './steps.js';

/** What somebody writes next, and from whose phone. */
export interface Writing {
  readonly number: string;
  readonly text: string;
}

/** What the start page shows of the tour. */
export interface TourView {
  readonly steps: readonly { readonly name: StepName; readonly done: boolean }[];
  /** null: there is nothing to write. */
  readonly writes: { readonly register: Writing | null; readonly block: Writing | null };
  /** Whose chat has a link that was not used, if any. */
  readonly links: { readonly newcomer: string | null; readonly owner: string | null };
}

export interface Tour {
  view(): TourView;
  cast(): Cast;
  /** The bot has a phone. */
  readonly paired: () => void;
  /** One turn of the bot in a chat. */
  took(report: TurnReport): void;
  /** Something happened in the product. */
  readonly happened: (event: DomainEvent) => void;
  /** Has the stranger of the last step sign in; what he does counts for no other step. */
  asStranger(signIn: () => Promise<boolean>): Promise<boolean>;
  /** The same for others, from the first step after the pairing on. */
  restart(cast: Cast): void;
  /** Calls `listener` after each change. @returns a function that ends it */
  listen(listener: () => void): () => void;
}

interface Played {
  readonly cast: Cast;
  readonly done: ReadonlySet<StepName>;
  /** The state of the newcomer's chat, by the name that the flows have for it. */
  readonly chat: string;
  readonly newcomerHasLink: boolean;
  readonly ownerHasLink: boolean;
  readonly strangerCame: boolean;
}

/**
 * The tour of the start page: which steps really happened, by what the product itself reports, and what a person would
 * write next. It starts with nothing done.
 */
export function createTour(input: {
  readonly cast: Cast;
  /** Begins with the pairing. */
  readonly unpaired: boolean;
  readonly utterances: Utterances;
}): Tour {
  const { unpaired, utterances } = input;
  const listeners = new Set<() => void>();
  const steps = STEPS.filter((name) => unpaired || name !== 'pair');
  let isStranger = false;
  let now: Played = fresh(input.cast);

  function change(next: Partial<Played>): void {
    now = { ...now, ...next };
    for (const listener of listeners) listener();
  }

  function check(name: StepName): void {
    change({ done: new Set([...now.done, name]) });
  }

  return {
    cast: () => now.cast,
    view: () => ({
      steps: steps.map((name) => ({ name, done: now.done.has(name) })),
      writes: { register: nextToRegister(now, utterances), block: nextToBlock(now, utterances) },
      links: {
        newcomer: now.newcomerHasLink ? now.cast.newcomer.number : null,
        owner: now.ownerHasLink ? now.cast.owner.number : null,
      },
    }),
    paired: () => check('pair'),
    took: (report) => {
      const { newcomer, owner } = now.cast;
      const gotLink = report.queued.some(({ kind }) => kind === 'link');
      if (isOf(owner, report) && gotLink) change({ ownerHasLink: true });
      if (!isOf(newcomer, report)) return;
      change({ chat: stateOf(report), newcomerHasLink: gotLink || now.newcomerHasLink });
      if (gotLink && report.steps.some(({ effects }) => effects.includes('register')))
        check('register');
    },
    happened: (event) => {
      if (event.type === 'session.created' && isStranger)
        change({ ownerHasLink: false, strangerCame: true });
      else if (event.type === 'session.created') {
        if (event.method === 'login_link') change({ newcomerHasLink: false });
        const step = STEP_OF[event.method];
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
    restart: (cast) => change({ ...fresh(cast), done: pairedAlready(now.done) }),
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

function isOf({ number }: DemoPerson, { phone }: TurnReport): boolean {
  return phone?.replace('+', '') === number;
}

function fresh(cast: Cast): Played {
  const chats = { chat: '', newcomerHasLink: false, ownerHasLink: false };
  return { cast, done: new Set(), ...chats, strangerCame: false };
}

function pairedAlready(done: ReadonlySet<StepName>): ReadonlySet<StepName> {
  return new Set<StepName>(done.has('pair') ? ['pair'] : []);
}

function nextToRegister({ done, chat, cast }: Played, { hello, yes }: Utterances): Writing | null {
  if (done.has('register')) return null;
  const { number, cpf, name } = cast.newcomer;
  if (chat.startsWith('taxId.')) return { number, text: cpf };
  if (chat === 'registration.name') return { number, text: name };
  if (chat === 'registration.consent') return { number, text: yes };
  return { number, text: hello };
}

function nextToBlock({ done, ...now }: Played, { enter, block }: Utterances): Writing | null {
  if (done.has('block')) return null;
  const { number } = now.cast.owner;
  if (now.strangerCame) return { number, text: block };
  return now.ownerHasLink ? null : { number, text: enter };
}
