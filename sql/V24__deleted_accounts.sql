-- A person can delete their account. Its row stays, because messages refer to it and its name stays taken: only
-- `username_folded` and `username_skeleton` keep the name. `username` is NULL from then on, so that nothing shows it.
ALTER TABLE account MODIFY COLUMN username VARCHAR(64) NULL;

-- The deleted accounts that may still be members of rooms.
CREATE TABLE departure (
  account_id BIGINT NOT NULL,
  begun_at BIGINT NOT NULL,
  PRIMARY KEY (account_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What a person downloads and a deletion ends is found by the person. The sender of a message has no such index,
-- because it would slow down every message.
CREATE INDEX sanction_account ON sanction (account_id);
CREATE INDEX reaction_account ON reaction (account_id, room_id, seq);
CREATE INDEX attachment_owner ON attachment (owner_id, id);
CREATE INDEX report_reporter ON report (reporter_id, id);
