interface Emitter {
  emit: (name: string | symbol, ...values: unknown[]) => boolean;
  rawListeners(name: string | symbol): unknown[];
}

/** The events of stanzas; the library's listeners of these are asynchronous and are not awaited. */
const STANZA = 'CB:';

/**
 * Keeps what the library does with a stanza from ending the process. Its listeners reject when, for instance, the
 * socket closes while a group message is being acknowledged; everyone can cause that by adding the bot to a group.
 * @param onFailure told of each; the connection has a life of its own and is judged by its own events
 */
export function catchListeners(emitter: object, onFailure: (error: unknown) => void): void {
  const target = emitter as Emitter;
  const emit = target.emit.bind(target);
  target.emit = (name, ...values) => {
    if (typeof name !== 'string' || !name.startsWith(STANZA)) return emit(name, ...values);
    const listeners = target.rawListeners(name);
    for (const listener of listeners) {
      const call = listener as (...given: unknown[]) => unknown;
      // A synchronous throw and a rejection end in the same place.
      new Promise((resolve) => resolve(call.apply(target, values))).catch(onFailure);
    }
    return listeners.length > 0;
  };
}
