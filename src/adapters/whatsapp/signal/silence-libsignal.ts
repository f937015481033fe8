/** libsignal prints with these; the product itself prints with none. */
const METHODS = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;
const FILTERED = Symbol('drops what libsignal prints');
/** Where libsignal lies, with either kind of path separator. */
const LIBSIGNAL = /[\\/]libsignal[\\/](?:src|index)/;
const FRAMES = 8;

type Print = (...args: unknown[]) => void;

/**
 * Drops every console call whose stack leads through libsignal: it prints whole sessions with their private keys, which
 * no logger's redaction sees. Calls from elsewhere pass unchanged. May be called again after other code has replaced a
 * console method.
 */
export function silenceLibsignal(target: Console = globalThis.console): void {
  for (const method of METHODS) {
    const print: Print = target[method].bind(target);
    if (FILTERED in (Reflect.get(target, method) as Print)) continue;
    const filtered: Print = (...args) => {
      if (!calledFromLibsignal(filtered)) print(...args);
    };
    target[method] = Object.assign(filtered, { [FILTERED]: true });
  }
}

function calledFromLibsignal(above: Print): boolean {
  const limit = Error.stackTraceLimit;
  // Others may have shortened stacks; the answer must not depend on it.
  Error.stackTraceLimit = FRAMES;
  const trace: { stack?: string } = {};
  Error.captureStackTrace(trace, above);
  Error.stackTraceLimit = limit;
  return LIBSIGNAL.test(trace.stack ?? '');
}
