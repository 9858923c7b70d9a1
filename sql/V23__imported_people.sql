-- The people who wrote in a room that came from another server as a file. They have no accounts here. Their ids are
-- below zero, so none is the id of an account; `message.sender_id` names them.
CREATE TABLE imported_person (
  room_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  display_name VARCHAR(128) NOT NULL,
  PRIMARY KEY (room_id, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
