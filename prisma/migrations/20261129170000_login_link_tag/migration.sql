-- Links from before carry no tag and open nothing: they live for ten minutes, and a new one is a message away.
ALTER TABLE "login_link" ADD COLUMN "tag" BYTEA;

-- What these rows keep sealed now names the account and the browser as well. Those from before cannot be opened: they
-- live for minutes (wishes for another number for a day), and are asked for anew.
DELETE FROM "login_request";
DELETE FROM "google_sign_in";
DELETE FROM "pending_google_link";
DELETE FROM "number_change" WHERE "settled_at" IS NULL;
DELETE FROM "challenge";
