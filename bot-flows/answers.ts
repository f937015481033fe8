import type { ChatContext } from './chart-setup.js';
import type { ChartEvent, TaxIdFault } from './chart-event.js';
import type { PlainText, Saying } from './saying.js';

interface Args {
  readonly context: ChatContext;
  readonly event: ChartEvent;
}

/** An effect that says something: the saying itself, or how to make it from context and event. */
interface Say {
  readonly type: 'say';
  readonly params: Saying | ((args: Args) => Saying);
}

/** Says a text that needs no parameters. */
export function say(key: PlainText) {
  return { type: 'say', params: { key, with: null } } as const;
}

/** Says a text made from context and event. */
export function sayWith(params: (args: Args) => Saying) {
  return { type: 'say', params } as const;
}

const FAULT_TEXT: Readonly<Record<TaxIdFault, PlainText>> = {
  tax_id_missing: 'taxIdMissing',
  tax_id_wrong_length: 'taxIdWrongLength',
  tax_id_wrong_digit: 'taxIdWrongDigit',
  tax_id_several: 'taxIdSeveral',
};

export const sayFault = sayWith(({ context, event }) => {
  const fault = event.type === 'faultyTaxId' ? event.fault : context.fault;
  return { key: FAULT_TEXT[fault ?? 'tax_id_missing'], with: null };
});

const sayUnreadable = sayWith(({ event }) => ({
  key: 'media',
  with: { group: event.type === 'media' ? event.group : 'unsupported' },
}));

/**
 * Transitions for a message that leads nowhere. It is counted; after too many in a row one last answer says so, and
 * then the bot is silent until something valid comes.
 */
export function stumbling<const Last extends readonly object[]>(...last: Last) {
  return [
    { guard: 'silent' },
    { guard: 'lastPatience', actions: ['stumble', say('fallSilent')] },
    ...last,
  ] as const;
}

/** What a state that waits for the person does with everything that is no answer to its question. */
export function waitingWith(question: Say) {
  const notUnderstood = stumbling(
    { guard: 'stumbledBefore', actions: ['stumble', say('offerHelp')] },
    { actions: ['stumble', question] },
  );
  return {
    text: notUnderstood,
    yes: notUnderstood,
    no: notUnderstood,
    choice: notUnderstood,
    faultyTaxId: notUnderstood,
    help: { actions: ['goOn', say('help'), question] },
    greet: stumbling({ actions: ['stumble', question] }),
    thanks: stumbling({ actions: ['stumble', say('thanks')] }),
    forwarded: stumbling({ actions: ['stumble', say('forwarded')] }),
    media: stumbling({ actions: ['stumble', sayUnreadable, question] }),
  } as const;
}
