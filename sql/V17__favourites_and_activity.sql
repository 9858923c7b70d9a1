-- Whether the room stands at the top of the member's list. A ban keeps this for when it ends.
ALTER TABLE membership ADD COLUMN favourite BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE sanction ADD COLUMN favourite BOOLEAN NOT NULL DEFAULT FALSE;

-- The list of what others did that concerns a person is read from these three tables, the newest first. Each gets the
-- person whom a row concerns, and the time. The sender of a message never changes, and neither does the time of a row.
ALTER TABLE mention ADD COLUMN created_at BIGINT NOT NULL DEFAULT 0;
UPDATE mention SET created_at = COALESCE(
  (SELECT m.created_at FROM message m WHERE m.room_id = mention.room_id AND m.seq = mention.seq), 0);
CREATE INDEX mention_newest ON mention (account_id, created_at DESC, room_id DESC, seq DESC);

-- `author_id` is the sender of the message that is answered.
ALTER TABLE reply ADD COLUMN author_id BIGINT NOT NULL DEFAULT 0;
ALTER TABLE reply ADD COLUMN created_at BIGINT NOT NULL DEFAULT 0;
UPDATE reply SET
  author_id = COALESCE(
    (SELECT m.sender_id FROM message m WHERE m.room_id = reply.room_id AND m.seq = reply.target_seq), 0),
  created_at = COALESCE((SELECT m.created_at FROM message m WHERE m.room_id = reply.room_id AND m.seq = reply.seq), 0);
CREATE INDEX reply_newest ON reply (author_id, created_at DESC, room_id DESC, seq DESC);

-- `author_id` is the sender of the message.
ALTER TABLE reaction ADD COLUMN author_id BIGINT NOT NULL DEFAULT 0;
UPDATE reaction SET author_id = COALESCE(
  (SELECT m.sender_id FROM message m WHERE m.room_id = reaction.room_id AND m.seq = reaction.seq), 0);
CREATE INDEX reaction_newest ON reaction (author_id, added_at DESC, room_id DESC, seq DESC);
