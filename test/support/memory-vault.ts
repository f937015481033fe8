import type {
  VaultChange,
  VaultContents,
  WhatsAppVault,
} from '#src/app/ports/tables/whatsapp-vault.js';

/** A vault in memory, with the means to slow it, break it, fence its writers and look inside. */
export interface MemoryVault extends WhatsAppVault {
  /** Writers with another epoch are refused. */
  epoch: bigint;
  latencyMs: number;
  /** What each of the next commits throws, before anything is written. */
  readonly faults: Error[];
  /** Every group that was committed, in order. */
  readonly groups: (readonly VaultChange[])[];
  /** Lets no commit end until the returned function is called. */
  block(): () => void;
  contents(): VaultContents;
  /** Another vault with the same rows: what a crash at this moment would leave. */
  copy(): MemoryVault;
}

export function createMemoryVault(
  start: VaultContents = { credentials: null, keys: [] },
): MemoryVault {
  let credentials = start.credentials;
  const rows = new Map(start.keys.map((row) => [`${row.type} ${row.id}`, row]));
  let gate: Promise<void> = Promise.resolve();

  function apply(change: VaultChange): void {
    if (change.kind === 'credentials') credentials = change.value;
    if (change.kind === 'clear') {
      credentials = null;
      rows.clear();
    }
    if (change.kind !== 'key') return;
    const { type, id, value } = change;
    if (value === null) rows.delete(`${type} ${id}`);
    else rows.set(`${type} ${id}`, { type, id, value });
  }

  const contents = (): VaultContents => ({ credentials, keys: [...rows.values()] });

  const vault: MemoryVault = {
    epoch: 1n,
    latencyMs: 0,
    faults: [],
    groups: [],
    block() {
      let open: () => void = () => undefined;
      gate = new Promise((resolve) => (open = resolve));
      return open;
    },
    contents,
    copy: () => Object.assign(createMemoryVault(contents()), { latencyMs: vault.latencyMs }),
    load: () => Promise.resolve(contents()),
    async commit({ epoch, changes }) {
      await gate;
      if (vault.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, vault.latencyMs));
      const fault = vault.faults.shift();
      if (fault) throw fault;
      if (epoch !== vault.epoch) return false;
      changes.forEach(apply);
      vault.groups.push(changes);
      return true;
    },
  };
  return vault;
}
