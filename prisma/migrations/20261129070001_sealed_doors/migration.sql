-- Case A19: who writes the database without MASTER_KEY gets in nowhere. The admin's hash is sealed; sessions of the admin
-- and refresh tokens carry a keyed tag over what they mean. Those from before carry none and end here, once: the admin
-- and everybody else sign in again. What is known of devices stays.

ALTER TABLE "admin" ALTER COLUMN "password_hash" DROP NOT NULL, ADD COLUMN "password_box" BYTEA;

DELETE FROM "admin_session";
ALTER TABLE "admin_session" ADD COLUMN "tag" BYTEA NOT NULL;

DELETE FROM "refresh_token";
ALTER TABLE "refresh_token" ADD COLUMN "tag" BYTEA NOT NULL;
ALTER TABLE "session" ADD COLUMN "tag" BYTEA;
