-- Files that people uploaded. Their bytes are in the folder of files, under this id.
-- A file belongs to a message (room_id, seq), or to its owner's draft in a room (draft_room_id), or to neither: then it
-- is removed a day after `touched_at`. `place` is its place among the files of the message or the draft. A file whose
-- message is gone belongs to nobody (owner_id 0).
CREATE TABLE attachment (
  id BINARY(16) NOT NULL,
  owner_id BIGINT NOT NULL,
  name VARCHAR(400) NOT NULL,
  type VARCHAR(128) NOT NULL,
  octets BIGINT NOT NULL,
  width INT NULL,
  height INT NULL,
  thumbnail_type VARCHAR(16) NULL,
  room_id BIGINT NULL,
  seq BIGINT NULL,
  draft_room_id BIGINT NULL,
  place INT NOT NULL,
  touched_at BIGINT NOT NULL,
  PRIMARY KEY (id),
  INDEX attachment_message (room_id, seq DESC, place DESC),
  INDEX attachment_draft (draft_room_id, owner_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- How many files the message has, so that nobody looks for those of the many messages without any.
ALTER TABLE message ADD COLUMN attachments INT NOT NULL DEFAULT 0;
