-- What was done to messages later, under numbers of the same sequence. So far every row is a deletion.
CREATE TABLE message_change (
  room_id BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  target_seq BIGINT NOT NULL,
  actor_id BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (room_id, seq)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

ALTER TABLE message ADD COLUMN deleted BOOLEAN NOT NULL DEFAULT FALSE;

-- The newest message's number, which is the head unless changes came after it.
ALTER TABLE room ADD COLUMN last_message_seq BIGINT NOT NULL DEFAULT 0;
UPDATE room SET last_message_seq = head;
