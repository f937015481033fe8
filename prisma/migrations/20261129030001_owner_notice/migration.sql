-- What an account's owner was told lately of one kind, and what waits to be told in one message.
CREATE TABLE owner_notice (
  account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE ON UPDATE CASCADE,
  topic text NOT NULL,
  opened_at timestamptz(3) NOT NULL,
  held integer NOT NULL DEFAULT 0,
  due_at timestamptz(3),
  text_box bytea,
  CONSTRAINT owner_notice_pkey PRIMARY KEY (account_id, topic)
);
CREATE INDEX owner_notice_opened_at_idx ON owner_notice (opened_at);
CREATE INDEX owner_notice_due_at_idx ON owner_notice (due_at);
