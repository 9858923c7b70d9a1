-- The messages that nobody has unread: system messages, and deleted ones. They are few. Each number of a room is a
-- message or a change, so a count of unread messages subtracts from the numbers what is here, the changes, and the
-- reader's own messages.
CREATE TABLE uncounted (
  room_id BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  sender_id BIGINT NOT NULL,
  PRIMARY KEY (room_id, seq)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO uncounted (room_id, seq, sender_id)
SELECT room_id, seq, sender_id FROM message WHERE kind = 'system' OR deleted = TRUE;

-- A person's own messages in a room, in the order of their numbers.
CREATE INDEX message_sender ON message (sender_id, room_id, seq);
