/** How long a deletion can be called off. */
export const DELETION_GRACE_DAYS = 7;

const DAY_MS = 24 * 60 * 60_000;

/** When everything of an account goes whose deletion is asked for now. */
export function deletionDueAt(now: Date): Date {
  return new Date(now.getTime() + DELETION_GRACE_DAYS * DAY_MS);
}
