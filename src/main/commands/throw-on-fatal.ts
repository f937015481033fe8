/**
 * For commands that end by themselves: a database that breaks while in use ends the process as an uncaught exception
 * does, with the error on stderr and exit code 1.
 */
export function throwOnFatal(error: Error): never {
  throw error;
}
