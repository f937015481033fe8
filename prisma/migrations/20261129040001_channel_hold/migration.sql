-- CreateTable
CREATE TABLE "channel_hold" (
    "kind" TEXT NOT NULL,
    "held_until" TIMESTAMPTZ(3) NOT NULL,
    "hold_ms" INTEGER NOT NULL,

    CONSTRAINT "channel_hold_pkey" PRIMARY KEY ("kind")
);
