-- "/password/forgot" leaves a row for every CPF, so that its work does not tell which of them have an account.
ALTER TABLE "login_link" ALTER COLUMN "account_id" DROP NOT NULL, ADD COLUMN "decoy_of" BYTEA;
CREATE INDEX "login_link_decoy_of_idx" ON "login_link"("decoy_of");
ALTER TABLE "login_link" ADD CONSTRAINT "login_link_owner_check" CHECK (("account_id" IS NULL) = ("decoy_of" IS NOT NULL));
