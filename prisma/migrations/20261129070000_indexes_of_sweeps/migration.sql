-- Case D8: every statement that sweeps or runs often finds its rows by an index. Partial indexes hold only the rows that
-- such a statement looks for, so that the others cost nothing; Prisma's schema cannot say them, so they stand here only.

-- CreateIndex
CREATE INDEX "session_last_seen_at_idx" ON "session"("last_seen_at");

-- CreateIndex
CREATE INDEX "claim_tax_id_index_idx" ON "claim"("tax_id_index");

-- CreateIndex
CREATE INDEX "pending_google_link_binding_digest_idx" ON "pending_google_link"("binding_digest");

-- CreateIndex
CREATE INDEX "chat_tax_id_try_tax_id_index_idx" ON "chat_tax_id_try"("tax_id_index");

-- outbox.sweep: rows past their age, decoys, last words, and texts that are forgotten before their row.
CREATE INDEX "outbox_message_settled_created_at" ON "outbox_message"("created_at") WHERE "settled_at" IS NOT NULL;
CREATE INDEX "outbox_message_decoy_created_at" ON "outbox_message"("created_at") WHERE "status" = 'void';
CREATE INDEX "outbox_message_farewell" ON "outbox_message"("seq") WHERE "kind" = 'farewell';
CREATE INDEX "outbox_message_text_settled_at" ON "outbox_message"("settled_at") WHERE "text_box" IS NOT NULL AND "settled_at" IS NOT NULL;

-- inbox.sweep
CREATE INDEX "inbound_message_turned_received_at" ON "inbound_message"("received_at") WHERE "turned_at" IS NOT NULL;

-- conversations.forgetSnapshots and conversations.paused
CREATE INDEX "conversation_snapshot_last_inbound_at" ON "conversation"("last_inbound_at") WHERE "snapshot_box" IS NOT NULL;
CREATE INDEX "conversation_paused_until" ON "conversation"("paused_until") WHERE "paused_until" IS NOT NULL;

-- claims.open: the few that wait for an admin.
CREATE INDEX "claim_open_asked_at" ON "claim"("asked_at", "id") WHERE "settled_at" IS NULL;
