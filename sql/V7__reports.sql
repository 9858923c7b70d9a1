-- Messages that somebody has brought before those who keep order. The message itself stands in the log alone, so that what is
-- edited or deleted there is so here too. A person reports a message once.
CREATE TABLE report (
  id BIGINT NOT NULL,
  room_id BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  reporter_id BIGINT NOT NULL,
  reason VARCHAR(1000) NOT NULL,
  state VARCHAR(9) NOT NULL,
  settled_by_id BIGINT NULL,
  settled_at BIGINT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT report_once UNIQUE (room_id, seq, reporter_id),
  INDEX report_room (room_id, id),
  INDEX report_room_state (room_id, state, id),
  INDEX report_state (state, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
