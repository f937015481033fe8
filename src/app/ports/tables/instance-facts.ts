/** Facts about a database itself that are written once, such as the check value of its master key. */
export interface InstanceFacts {
  read(name: string): Promise<Uint8Array | null>;
  /** Every fact whose name begins with `prefix`, by name. */
  list(prefix: string): Promise<readonly { readonly name: string; readonly value: Uint8Array }[]>;
  /** Stores a fact unless it is known. Of several instances at once one wins. @returns the fact in force */
  insertOnce(name: string, value: Uint8Array): Promise<Uint8Array>;
}
