-- AlterTable
ALTER TABLE "account" ADD COLUMN     "password_box" BYTEA,
ADD COLUMN     "password_failures" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "password_set_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "claim" ADD COLUMN     "outcome" TEXT,
ADD COLUMN     "phone_box" BYTEA,
ADD COLUMN     "settled_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "login_link" ADD COLUMN     "purpose" TEXT NOT NULL DEFAULT 'login';

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "proven_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "google_identity" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "sub_index" BYTEA NOT NULL,
    "sub_box" BYTEA NOT NULL,
    "email_box" BYTEA,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,
    "unlinked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "linked_to" UUID,

    CONSTRAINT "google_identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "google_sign_in" (
    "id" UUID NOT NULL,
    "state_digest" BYTEA NOT NULL,
    "binding_digest" BYTEA NOT NULL,
    "secrets_box" BYTEA NOT NULL,
    "intent" TEXT NOT NULL,
    "account_id" UUID,
    "session_id" UUID,
    "next" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "consumed_at" TIMESTAMPTZ(3),

    CONSTRAINT "google_sign_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pending_google_link" (
    "id" UUID NOT NULL,
    "binding_digest" BYTEA NOT NULL,
    "sub_index" BYTEA NOT NULL,
    "profile_box" BYTEA NOT NULL,
    "next" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "consumed_at" TIMESTAMPTZ(3),

    CONSTRAINT "pending_google_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "account_id" UUID,
    "detail_box" BYTEA,
    "prev_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "google_identity_sub_index_key" ON "google_identity"("sub_index");

-- CreateIndex
CREATE UNIQUE INDEX "google_identity_linked_to_key" ON "google_identity"("linked_to");

-- CreateIndex
CREATE INDEX "google_identity_account_id_idx" ON "google_identity"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "google_sign_in_state_digest_key" ON "google_sign_in"("state_digest");

-- CreateIndex
CREATE INDEX "google_sign_in_account_id_idx" ON "google_sign_in"("account_id");

-- CreateIndex
CREATE INDEX "google_sign_in_expires_at_idx" ON "google_sign_in"("expires_at");

-- CreateIndex
CREATE INDEX "pending_google_link_expires_at_idx" ON "pending_google_link"("expires_at");

-- CreateIndex
CREATE INDEX "audit_event_account_id_idx" ON "audit_event"("account_id");

-- AddForeignKey
ALTER TABLE "google_identity" ADD CONSTRAINT "google_identity_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "google_sign_in" ADD CONSTRAINT "google_sign_in_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the program writes and nothing else
ALTER TABLE "account"
    ADD CONSTRAINT "account_password_check" CHECK (("password_box" IS NULL) = ("password_set_at" IS NULL)),
    ADD CONSTRAINT "account_password_failures_check" CHECK ("password_failures" >= 0);

ALTER TABLE "challenge"
    DROP CONSTRAINT "challenge_purpose_check",
    ADD CONSTRAINT "challenge_purpose_check" CHECK ("purpose" IN ('login', 'link', 'unlink', 'reset', 'change_phone', 'step_up'));

ALTER TABLE "session"
    DROP CONSTRAINT "session_way_check",
    ADD CONSTRAINT "session_way_check" CHECK ("way" IN ('login_link', 'code', 'request', 'password', 'google')),
    DROP CONSTRAINT "session_revoked_reason_check",
    ADD CONSTRAINT "session_revoked_reason_check" CHECK ("revoked_reason" IN ('signed_out', 'token_reuse', 'blocked', 'password_changed', 'way_changed', 'stepped_up'));

ALTER TABLE "login_link"
    ADD CONSTRAINT "login_link_purpose_check" CHECK ("purpose" IN ('login', 'password_reset', 'google_link'));

ALTER TABLE "claim"
    ADD CONSTRAINT "claim_outcome_check" CHECK ("outcome" IN ('upheld', 'rejected')),
    ADD CONSTRAINT "claim_settled_check" CHECK (("settled_at" IS NULL) = ("outcome" IS NULL));

ALTER TABLE "google_identity"
    ADD CONSTRAINT "google_identity_linked_check" CHECK ("linked_to" IS NULL OR "linked_to" = "account_id"),
    ADD CONSTRAINT "google_identity_unlinked_check" CHECK (("linked_to" IS NULL) = ("unlinked_at" IS NOT NULL));

ALTER TABLE "google_sign_in"
    ADD CONSTRAINT "google_sign_in_intent_check" CHECK ("intent" IN ('login', 'link', 'step_up'));

ALTER TABLE "pending_google_link"
    ADD CONSTRAINT "pending_google_link_attempts_check" CHECK ("attempts" >= 0);
