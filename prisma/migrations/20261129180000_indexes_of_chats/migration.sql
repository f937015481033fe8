-- Case D8: `npm run explain` showed these tables read from end to end. A chat's rows are looked for under an older index
-- key at each turn, and when its person's account is deleted; so is what Google vouched for.

-- CreateIndex
CREATE INDEX "whatsapp_number_chat_index_idx" ON "whatsapp_number"("chat_index");

-- CreateIndex
CREATE INDEX "number_change_chat_index_idx" ON "number_change"("chat_index");

-- CreateIndex
CREATE INDEX "number_wait_chat_index_idx" ON "number_wait"("chat_index");

-- CreateIndex
CREATE INDEX "pending_google_link_sub_index_idx" ON "pending_google_link"("sub_index");
