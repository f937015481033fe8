-- What a number was last proven with (docs/decisions/0011).
ALTER TABLE "whatsapp_number"
ADD COLUMN     "chat_index" BYTEA,
ADD COLUMN     "lid_index" BYTEA,
ADD COLUMN     "identity_digest" BYTEA,
ADD COLUMN     "memory_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "renewed_at" TIMESTAMPTZ(3);

-- Numbers of before know the chat in which they wrote last, unless something speaks against them.
UPDATE "whatsapp_number" n SET "chat_index" = (
  SELECT c."chat_index" FROM "conversation" c
  WHERE c."phone_index" = n."phone_index" AND c."last_inbound_at" IS NOT NULL
  ORDER BY c."last_inbound_at" DESC LIMIT 1)
WHERE n."identity_changed_at" IS NULL;

-- Who asked for a number change: the new number trusts nobody else.
ALTER TABLE "number_change"
ADD COLUMN     "chat_index" BYTEA,
ADD COLUMN     "lid_index" BYTEA,
ADD COLUMN     "identity_digest" BYTEA,
ADD COLUMN     "refused_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "number_wait" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "number_id" UUID NOT NULL,
    "chat_index" BYTEA NOT NULL,
    "jid_box" BYTEA NOT NULL,
    "lid_index" BYTEA,
    "identity_digest" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "opens_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "number_wait_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "number_wait_account_id_idx" ON "number_wait"("account_id");

-- CreateIndex
CREATE INDEX "number_wait_number_id_idx" ON "number_wait"("number_id");

-- CreateIndex
CREATE INDEX "number_wait_expires_at_idx" ON "number_wait"("expires_at");

-- One WhatsApp account waits for an account at a time, however many ask at once.
CREATE UNIQUE INDEX "number_wait_one_open" ON "number_wait"("account_id") WHERE "settled_at" IS NULL;

-- AddForeignKey
ALTER TABLE "number_wait" ADD CONSTRAINT "number_wait_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "number_wait" ADD CONSTRAINT "number_wait_number_id_fkey" FOREIGN KEY ("number_id") REFERENCES "whatsapp_number"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Alerts are told apart: "não fui eu" answers them.
ALTER TABLE "outbox_message"
    DROP CONSTRAINT "outbox_message_kind_check",
    ADD CONSTRAINT "outbox_message_kind_check" CHECK ("kind" IN ('reply', 'link', 'code', 'notice', 'alert', 'farewell'));

ALTER TABLE "number_wait"
    ADD CONSTRAINT "number_wait_outcome_check" CHECK ("outcome" IN ('opened', 'refused', 'replaced')),
    ADD CONSTRAINT "number_wait_settled_check" CHECK (("settled_at" IS NULL) = ("outcome" IS NULL));
