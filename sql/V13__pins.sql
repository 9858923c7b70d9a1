-- The pinned messages of a room. The ids grow with time, so the newest pin has the greatest.
CREATE TABLE pin (
  id BIGINT NOT NULL,
  room_id BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT pin_once UNIQUE (room_id, seq),
  INDEX pin_room (room_id, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

ALTER TABLE message ADD COLUMN pinned BOOLEAN NOT NULL DEFAULT FALSE;
