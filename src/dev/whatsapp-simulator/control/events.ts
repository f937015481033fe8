import type { ChatMessage } from '../chats/chat-history.js';
import type { Insight } from './insights.js';

/** What happened to a phone, as the pages and tests see it. `number` says whose it is. */
export type SimulatorEvent =
  | { readonly type: 'message' | 'status'; readonly number: string; readonly message: ChatMessage }
  | { readonly type: 'typing'; readonly number: string; readonly composing: boolean }
  | { readonly type: 'phone'; readonly number: string }
  | { readonly type: 'insight'; readonly number: string; readonly insight: Insight }
  | { readonly type: 'state' };

type Listener = (event: SimulatorEvent) => void;

export interface EventHub {
  emit(event: SimulatorEvent): void;
  /** Calls `listener` for every later event; the result ends that. */
  listen(listener: Listener): () => void;
}

export function createEventHub(): EventHub {
  const listeners = new Set<Listener>();
  return {
    emit(event) {
      for (const listener of listeners) listener(event);
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
