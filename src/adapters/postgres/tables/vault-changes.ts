import type { VaultChange } from '#src/app/ports/tables/whatsapp-vault.js';

/** What a group of changes comes to: each key at most once. */
export interface CollapsedChanges {
  /** Whether everything that is not set here goes. */
  readonly clear: boolean;
  /** undefined: untouched; null: deleted. */
  readonly credentials: string | null | undefined;
  readonly keys: readonly {
    readonly type: string;
    readonly id: string;
    readonly value: string | null;
  }[];
}

/** Plays the changes in order and keeps the last word on every key, so that few statements carry them. */
export function collapseChanges(changes: readonly VaultChange[]): CollapsedChanges {
  let clear = false;
  let credentials: string | null | undefined;
  const keys = new Map<string, CollapsedChanges['keys'][number]>();
  for (const change of changes) {
    switch (change.kind) {
      case 'clear':
        clear = true;
        credentials = null;
        keys.clear();
        break;
      case 'credentials':
        credentials = change.value;
        break;
      case 'key':
        keys.set(JSON.stringify([change.type, change.id]), change);
        break;
    }
  }
  return { clear, credentials, keys: [...keys.values()] };
}
