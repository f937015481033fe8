-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "tax_id_index" BYTEA NOT NULL,
    "tax_id_box" BYTEA NOT NULL,
    "name_box" BYTEA NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'active',
    "consecutive_failures" INTEGER NOT NULL DEFAULT 0,
    "consented_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "whatsapp_number" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "phone_index" BYTEA NOT NULL,
    "phone_box" BYTEA NOT NULL,
    "identity_changed_at" TIMESTAMPTZ(3),
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "whatsapp_number_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "challenge" (
    "id" UUID NOT NULL,
    "account_id" UUID,
    "purpose" TEXT NOT NULL,
    "code_digest" BYTEA NOT NULL,
    "binding_digest" BYTEA,
    "sent" BOOLEAN NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "consumed_at" TIMESTAMPTZ(3),
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "challenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login_link" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "token_digest" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "consumed_at" TIMESTAMPTZ(3),
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "login_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "way" TEXT NOT NULL,
    "browser" TEXT,
    "system" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_reason" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refresh_token" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "token_digest" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "successor_box" BYTEA,

    CONSTRAINT "refresh_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation" (
    "chat_index" BYTEA NOT NULL,
    "jid_box" BYTEA NOT NULL,
    "phone_index" BYTEA,
    "snapshot_box" BYTEA,
    "last_inbound_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("chat_index")
);

-- CreateTable
CREATE TABLE "chat_tax_id_try" (
    "chat_index" BYTEA NOT NULL,
    "tax_id_index" BYTEA NOT NULL,
    "tried_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chat_tax_id_try_pkey" PRIMARY KEY ("chat_index","tax_id_index")
);

-- CreateTable
CREATE TABLE "inbound_message" (
    "seq" BIGSERIAL NOT NULL,
    "chat_index" BYTEA NOT NULL,
    "message_id" TEXT NOT NULL,
    "content_box" BYTEA,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "turned_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "inbound_message_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "outbox_message" (
    "seq" BIGSERIAL NOT NULL,
    "chat_index" BYTEA NOT NULL,
    "jid_box" BYTEA NOT NULL,
    "text_box" BYTEA,
    "kind" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'queued',
    "solicited" BOOLEAN NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "run_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "locked_by" TEXT,
    "locked_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),
    "failure" TEXT,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_message_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "whatsapp_key" (
    "bot" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "key_index" BYTEA NOT NULL,
    "box" BYTEA NOT NULL,

    CONSTRAINT "whatsapp_key_pkey" PRIMARY KEY ("bot","type","key_index")
);

-- CreateTable
CREATE TABLE "whatsapp_credentials" (
    "bot" TEXT NOT NULL,
    "box" BYTEA NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "whatsapp_credentials_pkey" PRIMARY KEY ("bot")
);

-- CreateTable
CREATE TABLE "lease" (
    "name" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "epoch" BIGINT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lease_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "admin" (
    "id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "admin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "admin_setup_link" (
    "token_digest" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "consumed_at" TIMESTAMPTZ(3),

    CONSTRAINT "admin_setup_link_pkey" PRIMARY KEY ("token_digest")
);

-- CreateTable
CREATE TABLE "admin_session" (
    "id" UUID NOT NULL,
    "admin_id" UUID NOT NULL,
    "token_digest" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "stepped_up_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "admin_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signing_key" (
    "kid" TEXT NOT NULL,
    "public_jwk" JSONB NOT NULL,
    "private_box" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "signing_key_pkey" PRIMARY KEY ("kid")
);

-- CreateTable
CREATE TABLE "instance_fact" (
    "name" TEXT NOT NULL,
    "value" BYTEA NOT NULL,

    CONSTRAINT "instance_fact_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_tax_id_index_key" ON "account"("tax_id_index");

-- CreateIndex
CREATE UNIQUE INDEX "whatsapp_number_phone_index_key" ON "whatsapp_number"("phone_index");

-- CreateIndex
CREATE INDEX "whatsapp_number_account_id_idx" ON "whatsapp_number"("account_id");

-- CreateIndex
CREATE INDEX "challenge_account_id_purpose_idx" ON "challenge"("account_id", "purpose");

-- CreateIndex
CREATE INDEX "challenge_expires_at_idx" ON "challenge"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "login_link_token_digest_key" ON "login_link"("token_digest");

-- CreateIndex
CREATE INDEX "login_link_account_id_idx" ON "login_link"("account_id");

-- CreateIndex
CREATE INDEX "login_link_expires_at_idx" ON "login_link"("expires_at");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "refresh_token_token_digest_key" ON "refresh_token"("token_digest");

-- CreateIndex
CREATE INDEX "refresh_token_session_id_idx" ON "refresh_token"("session_id");

-- CreateIndex
CREATE INDEX "refresh_token_expires_at_idx" ON "refresh_token"("expires_at");

-- CreateIndex
CREATE INDEX "conversation_phone_index_idx" ON "conversation"("phone_index");

-- CreateIndex
CREATE INDEX "chat_tax_id_try_tried_at_idx" ON "chat_tax_id_try"("tried_at");

-- CreateIndex
CREATE INDEX "inbound_message_turned_at_seq_idx" ON "inbound_message"("turned_at", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "inbound_message_chat_index_message_id_key" ON "inbound_message"("chat_index", "message_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_message_message_id_key" ON "outbox_message"("message_id");

-- CreateIndex
CREATE INDEX "outbox_message_status_run_at_idx" ON "outbox_message"("status", "run_at");

-- CreateIndex
CREATE INDEX "outbox_message_chat_index_status_seq_idx" ON "outbox_message"("chat_index", "status", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "admin_session_token_digest_key" ON "admin_session"("token_digest");

-- CreateIndex
CREATE INDEX "admin_session_admin_id_idx" ON "admin_session"("admin_id");

-- AddForeignKey
ALTER TABLE "whatsapp_number" ADD CONSTRAINT "whatsapp_number_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "login_link" ADD CONSTRAINT "login_link_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refresh_token" ADD CONSTRAINT "refresh_token_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "admin_session" ADD CONSTRAINT "admin_session_admin_id_fkey" FOREIGN KEY ("admin_id") REFERENCES "admin"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Closed sets and bounds, by hand: Prisma's schema cannot say them and its diff leaves them alone.
ALTER TABLE "account"
    ADD CONSTRAINT "account_status_check" CHECK ("status" IN ('active', 'blocked')),
    ADD CONSTRAINT "account_consecutive_failures_check" CHECK ("consecutive_failures" >= 0);

ALTER TABLE "challenge"
    ADD CONSTRAINT "challenge_purpose_check" CHECK ("purpose" IN ('login', 'link', 'unlink', 'reset', 'change_phone')),
    ADD CONSTRAINT "challenge_attempts_check" CHECK ("attempts" >= 0);

ALTER TABLE "session"
    ADD CONSTRAINT "session_way_check" CHECK ("way" IN ('login_link', 'code')),
    ADD CONSTRAINT "session_revoked_reason_check" CHECK ("revoked_reason" IN ('signed_out', 'token_reuse', 'blocked')),
    ADD CONSTRAINT "session_revoked_check" CHECK (("revoked_at" IS NULL) = ("revoked_reason" IS NULL));

ALTER TABLE "refresh_token"
    ADD CONSTRAINT "refresh_token_used_check" CHECK (("used_at" IS NULL) = ("successor_box" IS NULL));

ALTER TABLE "inbound_message"
    ADD CONSTRAINT "inbound_message_failures_check" CHECK ("failures" >= 0),
    ADD CONSTRAINT "inbound_message_content_check" CHECK (("turned_at" IS NULL) = ("content_box" IS NOT NULL));

ALTER TABLE "outbox_message"
    ADD CONSTRAINT "outbox_message_kind_check" CHECK ("kind" IN ('reply', 'link', 'code', 'notice')),
    ADD CONSTRAINT "outbox_message_status_check" CHECK ("status" IN ('queued', 'sending', 'sent', 'delivered', 'read', 'failed', 'expired', 'void')),
    ADD CONSTRAINT "outbox_message_attempts_check" CHECK ("attempts" >= 0),
    ADD CONSTRAINT "outbox_message_claim_check" CHECK (("status" = 'sending') = ("locked_by" IS NOT NULL AND "locked_until" IS NOT NULL)),
    ADD CONSTRAINT "outbox_message_settled_check" CHECK (("status" IN ('queued', 'sending')) = ("settled_at" IS NULL)),
    ADD CONSTRAINT "outbox_message_text_check" CHECK ("text_box" IS NOT NULL OR "settled_at" IS NOT NULL);

ALTER TABLE "lease"
    ADD CONSTRAINT "lease_epoch_check" CHECK ("epoch" > 0);
