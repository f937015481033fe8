-- AlterTable
ALTER TABLE "account" ADD COLUMN "deletion_due_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "whatsapp_number" ADD COLUMN "proven_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "login_link" ADD COLUMN "next" TEXT;

-- AlterTable
ALTER TABLE "conversation" ADD COLUMN "listed_sessions" UUID[],
ADD COLUMN "paused_until" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "login_request" (
    "id" UUID NOT NULL,
    "code_index" BYTEA NOT NULL,
    "binding_digest" BYTEA NOT NULL,
    "number_box" BYTEA NOT NULL,
    "browser" TEXT,
    "system" TEXT,
    "next" TEXT,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "chat_index" BYTEA,
    "account_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "consumed_at" TIMESTAMPTZ(3),

    CONSTRAINT "login_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "number_change" (
    "id" UUID NOT NULL,
    "account_id" UUID,
    "phone_index" BYTEA NOT NULL,
    "phone_box" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "number_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" UUID NOT NULL,
    "account_id" UUID,
    "tax_id_index" BYTEA NOT NULL,
    "chat_index" BYTEA NOT NULL,
    "jid_box" BYTEA NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chat_request_try" (
    "chat_index" BYTEA NOT NULL,
    "code_index" BYTEA NOT NULL,
    "tried_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chat_request_try_pkey" PRIMARY KEY ("chat_index","code_index")
);

-- CreateIndex
CREATE INDEX "account_deletion_due_at_idx" ON "account"("deletion_due_at");

-- CreateIndex
CREATE UNIQUE INDEX "login_request_code_index_key" ON "login_request"("code_index");

-- CreateIndex
CREATE INDEX "login_request_chat_index_idx" ON "login_request"("chat_index");

-- CreateIndex
CREATE INDEX "login_request_account_id_idx" ON "login_request"("account_id");

-- CreateIndex
CREATE INDEX "login_request_expires_at_idx" ON "login_request"("expires_at");

-- CreateIndex
CREATE INDEX "number_change_account_id_idx" ON "number_change"("account_id");

-- CreateIndex
CREATE INDEX "number_change_phone_index_idx" ON "number_change"("phone_index");

-- CreateIndex
CREATE INDEX "number_change_expires_at_idx" ON "number_change"("expires_at");

-- CreateIndex
CREATE INDEX "claim_account_id_idx" ON "claim"("account_id");

-- CreateIndex
CREATE INDEX "claim_asked_at_idx" ON "claim"("asked_at");

-- CreateIndex
CREATE UNIQUE INDEX "claim_chat_index_tax_id_index_key" ON "claim"("chat_index", "tax_id_index");

-- CreateIndex
CREATE INDEX "chat_request_try_tried_at_idx" ON "chat_request_try"("tried_at");

-- AddForeignKey
ALTER TABLE "login_request" ADD CONSTRAINT "login_request_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "number_change" ADD CONSTRAINT "number_change_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Closed sets and bounds, by hand: Prisma's schema cannot say them and its diff leaves them alone.
ALTER TABLE "login_request"
    ADD CONSTRAINT "login_request_status_check" CHECK ("status" IN ('pending', 'approved', 'denied')),
    ADD CONSTRAINT "login_request_answered_check" CHECK (("status" = 'pending') = ("answered_at" IS NULL)),
    ADD CONSTRAINT "login_request_account_check" CHECK ("status" <> 'approved' OR ("account_id" IS NOT NULL AND "chat_index" IS NOT NULL)),
    ADD CONSTRAINT "login_request_consumed_check" CHECK ("consumed_at" IS NULL OR "status" = 'approved');

ALTER TABLE "session"
    DROP CONSTRAINT "session_way_check",
    ADD CONSTRAINT "session_way_check" CHECK ("way" IN ('login_link', 'code', 'request'));

ALTER TABLE "outbox_message"
    DROP CONSTRAINT "outbox_message_kind_check",
    ADD CONSTRAINT "outbox_message_kind_check" CHECK ("kind" IN ('reply', 'link', 'code', 'notice', 'farewell'));

-- Of the changes asked for on one account, one is open: its old number was told of that one.
CREATE UNIQUE INDEX "number_change_one_open" ON "number_change"("account_id") WHERE "settled_at" IS NULL;
