-- A claim after a no, or beyond three at once: the admin sees it, and it stops nothing until the admin allows it.
ALTER TABLE "claim"
    ADD COLUMN "held" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "rejected_at" TIMESTAMPTZ(3);
UPDATE "claim" SET "rejected_at" = "settled_at" WHERE "outcome" = 'rejected';
