/**
 * For tests: V8 compiles WebAssembly, which the embedded PostgreSQL is, once and not a second time for speed. A process
 * that lives a few seconds never gets back what that second time costs: 1.2 of the 3 CPU seconds of the product's start.
 */
export const WASM_ONCE = '--liftoff-only';

/**
 * What a test's Node program is started with, so that it compiles WebAssembly as the test's own process does. Benchmarks
 * and attacks that are run by hand have not that flag, nor have their programs.
 */
export function wasmFlags(): readonly string[] {
  return process.execArgv.filter((flag) => flag === WASM_ONCE);
}
