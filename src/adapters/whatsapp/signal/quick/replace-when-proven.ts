import type { EventLog } from '#src/app/ports/event-log.js';

/** One function of a library, and what takes its place. */
export interface Replacement<Part extends (...input: never[]) => unknown> {
  /** Names the part in the log. */
  readonly kind: string;
  readonly current: Part;
  /** @param original serves the inputs that the replacement does not take */
  make(original: Part): Part;
  /** Plays known vectors. @throws when the candidate does not do what the original does */
  prove(candidate: Part, original: Part): void;
  install(candidate: Part): void;
}

const installed = new WeakSet();

/**
 * Puts a replacement into its place once it has passed its self-test. One that fails leaves the original where it is,
 * and the log says so (`whatsapp.replacement_refused`): the product is slower then and does the same. Safe to call again.
 * @returns whether the replacement is in place
 */
export function replaceWhenProven<Part extends (...input: never[]) => unknown>(
  replacement: Replacement<Part>,
  log: Pick<EventLog, 'error'>,
): boolean {
  const { kind, current } = replacement;
  if (installed.has(current)) return true;
  const candidate = replacement.make(current);
  try {
    replacement.prove(candidate, current);
  } catch (error) {
    log.error('whatsapp.replacement_refused', { kind, error });
    return false;
  }
  installed.add(candidate);
  replacement.install(candidate);
  return true;
}
