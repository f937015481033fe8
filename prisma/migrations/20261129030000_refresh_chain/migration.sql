-- Which token a refresh token took the place of, and when one of those that took its own place came into use.
ALTER TABLE refresh_token
  ADD COLUMN parent_id uuid,
  ADD COLUMN spent_at timestamptz(3);

-- A rotation gave both the same instant: the use of the old token and the birth of the new one.
UPDATE refresh_token child SET parent_id = parent.id
FROM refresh_token parent
WHERE parent.session_id = child.session_id AND parent.used_at = child.created_at AND parent.id <> child.id;

UPDATE refresh_token parent SET spent_at = child.used_at
FROM refresh_token child
WHERE child.parent_id = parent.id AND child.used_at IS NOT NULL;
