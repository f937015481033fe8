-- Who blocked an account, and what a block closed.
ALTER TABLE "account"
ADD COLUMN     "blocked_by" TEXT,
ADD COLUMN     "ways_closed_at" TIMESTAMPTZ(3),
ADD COLUMN     "name_due" BOOLEAN NOT NULL DEFAULT false;

-- The admin's blocks of before stand in the audit log; the others came from the owner's chat.
UPDATE "account" a SET "blocked_by" = CASE WHEN (
  SELECT e."action" FROM "audit_event" e
  WHERE e."account_id" = a."id" AND e."action" IN ('account_blocked', 'account_unblocked')
  ORDER BY e."seq" DESC LIMIT 1) = 'account_blocked' THEN 'admin' ELSE 'owner' END
WHERE a."status" = 'blocked';

ALTER TABLE "account" ADD CONSTRAINT "account_block_has_author" CHECK ("status" <> 'blocked' OR "blocked_by" IS NOT NULL);
