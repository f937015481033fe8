/** Facts about a database itself that are written once, such as the check value of its master key. */
export interface InstanceFacts {
  read(name: string): Promise<Uint8Array | null>;
  /** Stores a fact unless it is known. Of several instances at once one wins. @returns the fact in force */
  insertOnce(name: string, value: Uint8Array): Promise<Uint8Array>;
}
