import type { EventBus, Events } from '#src/app/ports/event-bus.js';

type Listener = (payload: never) => void;

/** Told of a listener that threw, and of the event that it was listening to. */
export type OnListenerFault = (error: unknown, event: keyof Events) => void;

/**
 * Events within one process, delivered before `publish` returns. A listener that throws neither stops the others nor
 * reaches the publisher, whose work is committed by then.
 * @param onFault without it a listener's fault ends the process, as any other uncaught error does
 */
export function createMemoryEventBus(onFault: OnListenerFault = throwLater): EventBus {
  const listeners = new Map<keyof Events, Set<Listener>>();

  function of(name: keyof Events): Set<Listener> {
    const known = listeners.get(name) ?? new Set<Listener>();
    listeners.set(name, known);
    return known;
  }

  return {
    publish: (name, payload) => {
      for (const listener of [...of(name)]) {
        try {
          (listener as (value: typeof payload) => void)(payload);
        } catch (error) {
          onFault(error, name);
        }
      }
      return Promise.resolve();
    },
    subscribe: (name, listener) => {
      of(name).add(listener);
      return () => {
        of(name).delete(listener);
      };
    },
  };
}

function throwLater(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
