-- Numbers that an account had before: their chats are deleted with it.
CREATE TABLE "former_number" (
    "account_id" UUID NOT NULL,
    "phone_index" BYTEA NOT NULL,
    "phone_box" BYTEA NOT NULL,
    "left_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "former_number_pkey" PRIMARY KEY ("account_id","phone_index")
);

-- AddForeignKey
ALTER TABLE "former_number" ADD CONSTRAINT "former_number_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
