-- Which messages reply to a message. A deleted reply has no row.
CREATE TABLE reply (
  room_id BIGINT NOT NULL,
  target_seq BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  PRIMARY KEY (room_id, target_seq, seq),
  INDEX reply_seq (room_id, seq)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO reply (room_id, target_seq, seq)
SELECT room_id, reply_to, seq FROM message WHERE reply_to IS NOT NULL AND deleted = FALSE;

-- How many they are.
ALTER TABLE message ADD COLUMN replies INT NOT NULL DEFAULT 0;

UPDATE message SET replies =
  (SELECT COUNT(*) FROM reply r WHERE r.room_id = message.room_id AND r.target_seq = message.seq)
WHERE EXISTS (SELECT 1 FROM reply r WHERE r.room_id = message.room_id AND r.target_seq = message.seq);
