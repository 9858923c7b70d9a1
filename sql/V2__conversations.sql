-- Private conversations are rooms without a name, found by whose they are: of two, or of one with oneself (both ids alike).
ALTER TABLE room ADD COLUMN low_id BIGINT NULL;
ALTER TABLE room ADD COLUMN high_id BIGINT NULL;
ALTER TABLE room ADD CONSTRAINT room_pair UNIQUE (low_id, high_id);

-- Who may not write in a conversation, because the other does not want to hear of them.
CREATE TABLE block (
  room_id BIGINT NOT NULL,
  blocked_id BIGINT NOT NULL,
  blocker_id BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (room_id, blocked_id),
  INDEX block_blocker (blocker_id, blocked_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
