-- The list of what others did that concerns a person is also read from here, the newest first. `slot` stands for the
-- person, and `people` is searched for them.
ALTER TABLE audience ADD COLUMN created_at BIGINT NOT NULL DEFAULT 0;
UPDATE audience SET created_at = COALESCE(
  (SELECT m.created_at FROM message m WHERE m.room_id = audience.room_id AND m.seq = audience.seq), 0);
CREATE INDEX audience_newest ON audience (slot, created_at DESC, room_id DESC, seq DESC);
