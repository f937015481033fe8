-- AlterTable
ALTER TABLE "lease" ADD COLUMN     "lapsed_at" TIMESTAMPTZ(3),
ADD COLUMN     "wanted_at" TIMESTAMPTZ(3);
