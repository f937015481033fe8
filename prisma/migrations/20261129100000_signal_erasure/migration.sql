-- Whose Signal keys are still to be deleted after the account is gone.
CREATE TABLE "signal_erasure" (
    "id" UUID NOT NULL,
    "people_box" BYTEA NOT NULL,
    "busy_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "signal_erasure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "signal_erasure_busy_at_idx" ON "signal_erasure"("busy_at");
