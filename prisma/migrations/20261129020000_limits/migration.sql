-- What is counted about one CPF, whether an account has it or not, or about one browser that has been in before:
-- messages, guesses at codes, guesses at passwords. One row, so that one statement can count and decide.
CREATE TABLE "allowance" (
    "key" BYTEA NOT NULL,
    "page_asked" TIMESTAMPTZ(3)[] DEFAULT ARRAY[]::TIMESTAMPTZ(3)[],
    "page_sent" TIMESTAMPTZ(3)[] DEFAULT ARRAY[]::TIMESTAMPTZ(3)[],
    "chat_sent" TIMESTAMPTZ(3)[] DEFAULT ARRAY[]::TIMESTAMPTZ(3)[],
    "chat_purpose" TEXT,
    "chat_live_since" TIMESTAMPTZ(3),
    "code_tries" TIMESTAMPTZ(3)[] DEFAULT ARRAY[]::TIMESTAMPTZ(3)[],
    "code_failures" INTEGER NOT NULL DEFAULT 0,
    "password_tries" TIMESTAMPTZ(3)[] DEFAULT ARRAY[]::TIMESTAMPTZ(3)[],
    "password_failures" INTEGER NOT NULL DEFAULT 0,
    "warned_at" TIMESTAMPTZ(3),
    "grant_id" UUID,
    "sent_id" UUID,
    "warn_id" UUID,
    "touched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "allowance_pkey" PRIMARY KEY ("key")
);
CREATE INDEX "allowance_touched_at_idx" ON "allowance"("touched_at");

-- A browser in which an account was entered.
CREATE TABLE "known_browser" (
    "digest" BYTEA NOT NULL,
    "account_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "known_browser_pkey" PRIMARY KEY ("digest")
);
CREATE INDEX "known_browser_account_id_idx" ON "known_browser"("account_id");
CREATE INDEX "known_browser_created_at_idx" ON "known_browser"("created_at");
ALTER TABLE "known_browser" ADD CONSTRAINT "known_browser_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The counts of wrong codes and passwords in a row move there.
INSERT INTO "allowance" ("key", "code_failures", "password_failures", "touched_at")
SELECT "tax_id_index", "consecutive_failures", "password_failures", now() FROM "account"
WHERE "consecutive_failures" > 0 OR "password_failures" > 0;
ALTER TABLE "account" DROP COLUMN "consecutive_failures", DROP COLUMN "password_failures";

-- A challenge names the CPF that was typed, so that decoys are superseded and counted like the others. Codes live for
-- five minutes: those of unknown CPFs end here.
ALTER TABLE "challenge" ADD COLUMN "tax_id_index" BYTEA, ADD COLUMN "disarmed_at" TIMESTAMPTZ(3);
UPDATE "challenge" c SET "tax_id_index" = a."tax_id_index" FROM "account" a WHERE a."id" = c."account_id";
DELETE FROM "challenge" WHERE "tax_id_index" IS NULL;
ALTER TABLE "challenge" ALTER COLUMN "tax_id_index" SET NOT NULL;
CREATE INDEX "challenge_tax_id_index_purpose_idx" ON "challenge"("tax_id_index", "purpose");
