import type { SweepFaults } from '#src/app/ports/tables/sweep-faults.js';
import type { TableDeps } from './table-deps.js';

export function createSweepFaults({ db }: TableDeps): SweepFaults {
  return {
    count: async (step, now) => {
      const rows = await db.query<{ failures: number }>`
        INSERT INTO sweep_fault AS f (step, failures, failed_at)
        VALUES (${step}, 1, ${now}::timestamptz)
        ON CONFLICT (step) DO UPDATE
          SET failures = f.failures + 1, failed_at = EXCLUDED.failed_at
        RETURNING failures`;
      return rows[0]?.failures ?? 1;
    },
    list: () =>
      db.query<{ step: string; failures: number }>`
        SELECT step, failures FROM sweep_fault ORDER BY step`,
    clear: async (step) => {
      await db.execute`DELETE FROM sweep_fault WHERE step = ${step}`;
    },
  };
}
