/** Ends a program at a signal, and with the process that forked it, however that one ended. */
export function endWhenAsked(
  program: { close(): Promise<void> },
  endWith: (error: unknown) => never,
): void {
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    program.close().then(() => process.exit(0), endWith);
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  process.once('disconnect', end);
  // The other one may have gone while this one started.
  if (process.send !== undefined && !process.connected) end();
}

/** Tells the process that forked this one. That it has gone meanwhile is no error: `disconnect` says so, too. */
export function tellParent(message: Readonly<Record<string, unknown>>): void {
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
}
