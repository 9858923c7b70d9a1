-- Whether the text mentions everybody (`all`) or everybody online (`here`), as it is now.
ALTER TABLE message ADD COLUMN mentions_all VARCHAR(8) NULL;

-- The people whom `@all` or `@here` mentioned when the message was sent, without its sender and the people whom it
-- names. A row has some hundred of them, because thousands of rows would take long to write while the room is locked.
-- `slot` is the remainder of their ids by 32, so a look-up for one person reads few rows. `people` is their ids between
-- commas, with one at each end.
CREATE TABLE audience (
  room_id BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  slot INT NOT NULL,
  part INT NOT NULL,
  people VARCHAR(4000) NOT NULL,
  PRIMARY KEY (room_id, seq, slot, part),
  INDEX audience_slot (room_id, slot, seq)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
