-- AlterTable
ALTER TABLE "account" ADD COLUMN     "deletion_failures" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "channel_state" (
    "bot" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "status_box" BYTEA NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "channel_state_pkey" PRIMARY KEY ("bot")
);

-- CreateTable
CREATE TABLE "sweep_fault" (
    "step" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "failed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sweep_fault_pkey" PRIMARY KEY ("step")
);
