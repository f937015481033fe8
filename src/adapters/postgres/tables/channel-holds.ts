import type { ChannelHolds, HoldKind } from '#src/app/ports/tables/channel-holds.js';
import type { Hold } from '#src/domain/hold.js';
import type { Db } from './table-deps.js';

export function createChannelHolds({ db }: { readonly db: Db }): ChannelHolds {
  return {
    read: async () => {
      const rows = await db.query<Hold & { kind: HoldKind }>`
        SELECT kind, held_until AS "heldUntil", hold_ms AS "holdMs" FROM channel_hold`;
      const find = (kind: HoldKind): Hold | null => {
        const row = rows.find((one) => one.kind === kind);
        return row ? { heldUntil: row.heldUntil, holdMs: row.holdMs } : null;
      };
      return { unsolicited: find('unsolicited'), answers: find('answers') };
    },
    write: async (kind, hold) => {
      await db.execute`
        INSERT INTO channel_hold (kind, held_until, hold_ms)
        VALUES (${kind}, ${hold.heldUntil}, ${hold.holdMs})
        ON CONFLICT (kind) DO UPDATE
          SET held_until = EXCLUDED.held_until, hold_ms = EXCLUDED.hold_ms`;
    },
  };
}
