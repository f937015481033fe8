-- A decoy (`void`) is claimed and settled like a message, so that its way costs the same. What waits or is under way has
-- no `settled_at`; what is claimed has a `locked_until`.
ALTER TABLE "outbox_message" DROP CONSTRAINT "outbox_message_settled_check";
ALTER TABLE "outbox_message" ADD CONSTRAINT "outbox_message_settled_check"
  CHECK ("status" = 'void' OR ("status" IN ('queued', 'sending')) = ("settled_at" IS NULL));
ALTER TABLE "outbox_message" DROP CONSTRAINT "outbox_message_claim_check";
ALTER TABLE "outbox_message" ADD CONSTRAINT "outbox_message_claim_check" CHECK (
  ("locked_by" IS NULL) = ("locked_until" IS NULL)
  AND ("status" = 'void' OR ("status" = 'sending') = ("locked_until" IS NOT NULL))
  AND ("locked_until" IS NULL OR "settled_at" IS NULL));

-- outbox.claim, expire and releaseClaims: the few that wait or are under way, in the order of their chat.
CREATE INDEX "outbox_message_waiting" ON "outbox_message"("chat_index", "seq") WHERE "settled_at" IS NULL;
