-- What people have typed in a room and not sent. A deleted draft keeps its row without a body, because the revisions of
-- a person in a room only grow.
CREATE TABLE draft (
  room_id BIGINT NOT NULL,
  account_id BIGINT NOT NULL,
  body VARCHAR(16000) NULL,
  reply_to BIGINT NULL,
  revision BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  PRIMARY KEY (room_id, account_id),
  INDEX draft_account (account_id, room_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
