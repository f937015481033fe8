-- Seconds that messages of the chat live, as its last message said; 0: they stay.
ALTER TABLE "conversation" ADD COLUMN "expiration" INTEGER NOT NULL DEFAULT 0;
