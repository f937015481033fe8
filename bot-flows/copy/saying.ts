import type { Copy } from './catalogue.js';
import type { Branded, Lifetimes } from './parameters.js';
import type { SayTime } from './say-time.js';

type ChatCopy = Copy['chat'];

/** Parameters that every text may use and no flow has to know. */
interface Surroundings extends Lifetimes, Branded {
  readonly privacyUrl: string;
  readonly times: SayTime;
}

type WithOf<Key extends keyof ChatCopy> =
  Parameters<ChatCopy[Key]> extends [infer Given] ? Omit<Given, keyof Surroundings> : unknown;

/** The names of texts that need no parameters of a flow. */
export type PlainText = {
  [Key in keyof ChatCopy]: object extends WithOf<Key> ? Key : never;
}[keyof ChatCopy];

/** A text by name and parameters; the flows know no language. */
export type Saying =
  | { readonly key: PlainText; readonly with: null }
  | {
      [Key in Exclude<keyof ChatCopy, PlainText>]: {
        readonly key: Key;
        readonly with: WithOf<Key>;
      };
    }[Exclude<keyof ChatCopy, PlainText>];

/** Puts a saying into words. */
export function render(saying: Saying, chat: ChatCopy, surroundings: Surroundings): string {
  // A saying is built with the parameters of its own key, which the union cannot show to the compiler.
  const write = chat[saying.key] as (p: object) => string;
  // WhatsApp reads asterisks as bold and would swallow some of a mask.
  return write({ ...saying.with, ...surroundings }).replaceAll('*', '•');
}
