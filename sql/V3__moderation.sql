-- What staff has laid on somebody in a room. It holds as long as its row is there; rows whose time is over are taken away.
-- A ban takes the membership away and keeps what it was here, for when it ends.
CREATE TABLE sanction (
  room_id BIGINT NOT NULL,
  account_id BIGINT NOT NULL,
  kind VARCHAR(4) NOT NULL,
  reason VARCHAR(1000) NULL,
  until_at BIGINT NULL,
  by_id BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  joined_at BIGINT NULL,
  delivered_seq BIGINT NULL,
  read_seq BIGINT NULL,
  unread_from BIGINT NULL,
  notify VARCHAR(10) NULL,
  PRIMARY KEY (room_id, account_id, kind),
  INDEX sanction_until (until_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Who did what to whom in a room, and why. `seq` is that of the system message that tells of it; the reason stands only here.
CREATE TABLE audit_entry (
  id BIGINT NOT NULL,
  room_id BIGINT NOT NULL,
  seq BIGINT NULL,
  action VARCHAR(16) NOT NULL,
  by_id BIGINT NOT NULL,
  target_id BIGINT NULL,
  reason VARCHAR(1000) NULL,
  until_at BIGINT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (id),
  INDEX audit_entry_room (room_id, id),
  INDEX audit_entry_seq (room_id, seq)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
