import type { EventBus, Events } from '#src/app/ports/event-bus.js';

type Listener = (payload: never) => void;

/** Events within one process, delivered before `publish` returns. */
export function createMemoryEventBus(): EventBus {
  const listeners = new Map<keyof Events, Set<Listener>>();

  function of(name: keyof Events): Set<Listener> {
    const known = listeners.get(name) ?? new Set<Listener>();
    listeners.set(name, known);
    return known;
  }

  return {
    publish: (name, payload) => {
      for (const listener of [...of(name)]) (listener as (value: typeof payload) => void)(payload);
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
