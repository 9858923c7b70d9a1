-- Links that let people into a room, as often and as long as they hold. The code is kept as it is: staff sees it again.
CREATE TABLE invite (
  id BIGINT NOT NULL,
  room_id BIGINT NOT NULL,
  code VARCHAR(22) NOT NULL,
  uses_left INT NULL,
  expires_at BIGINT NULL,
  by_id BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY invite_code (code),
  INDEX invite_room (room_id, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
