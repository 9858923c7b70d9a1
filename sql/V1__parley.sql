-- The whole schema, in the subset of SQL that H2 (MODE=MySQL), MariaDB and MySQL read alike.
-- Times are milliseconds since 1970, UTC. Ids are made by the application (time-ordered, 63 bits); UUIDs are BINARY(16).
-- Text columns are twice as wide as the code points they hold, because H2 counts UTF-16 units.
-- Folded names and skeletons are computed in Java: no database folds like another.
-- The log (message, mention) has no foreign key to account: accounts are tombstones, never deleted rows, and a key would
-- lock account below room in one transaction and above it in another.

CREATE TABLE setting (
  name VARCHAR(64) NOT NULL,
  content VARCHAR(400) NOT NULL,
  PRIMARY KEY (name)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE account (
  id BIGINT NOT NULL,
  username VARCHAR(64) NOT NULL,
  username_folded VARCHAR(256) NOT NULL,
  username_skeleton VARCHAR(512) NOT NULL,
  password_hash VARCHAR(255) NOT NULL,
  display_name VARCHAR(128) NOT NULL,
  bio VARCHAR(1000) NOT NULL,
  role VARCHAR(8) NOT NULL,
  disabled_at BIGINT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT account_username_folded UNIQUE (username_folded),
  CONSTRAINT account_username_skeleton UNIQUE (username_skeleton)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Changes often, so it stands apart from the account.
CREATE TABLE sighting (
  account_id BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  PRIMARY KEY (account_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE login_session (
  id BINARY(16) NOT NULL,
  account_id BIGINT NOT NULL,
  user_agent VARCHAR(512) NOT NULL,
  address VARCHAR(64) NOT NULL,
  created_at BIGINT NOT NULL,
  last_seen_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  ended_at BIGINT NULL,
  PRIMARY KEY (id),
  INDEX login_session_account (account_id, created_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Only hashes (SHA-256) of what opens an account are kept.
CREATE TABLE refresh_token (
  token_hash BINARY(32) NOT NULL,
  session_id BINARY(16) NOT NULL,
  predecessor BINARY(32) NULL,
  created_at BIGINT NOT NULL,
  used_at BIGINT NULL,
  PRIMARY KEY (token_hash),
  INDEX refresh_token_session (session_id),
  INDEX refresh_token_predecessor (predecessor)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE live_ticket (
  ticket_hash BINARY(32) NOT NULL,
  session_id BINARY(16) NOT NULL,
  expires_at BIGINT NOT NULL,
  PRIMARY KEY (ticket_hash),
  INDEX live_ticket_expiry (expires_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- `head` is the highest number of the room's log. Whoever changes what the room may say or who may say it locks this row.
CREATE TABLE room (
  id BIGINT NOT NULL,
  kind VARCHAR(8) NOT NULL,
  name VARCHAR(100) NOT NULL,
  name_folded VARCHAR(400) NOT NULL,
  topic VARCHAR(1000) NOT NULL,
  password_hash VARCHAR(255) NULL,
  archived BOOLEAN NOT NULL,
  gone BOOLEAN NOT NULL,
  slow_mode_seconds INT NOT NULL,
  head BIGINT NOT NULL,
  last_message_at BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Names in use and names kept back after a rename (`reserved_until`, then free). One room has one row without it.
CREATE TABLE room_name (
  name_skeleton VARCHAR(700) NOT NULL,
  name_folded VARCHAR(400) NOT NULL,
  room_id BIGINT NOT NULL,
  reserved_until BIGINT NULL,
  PRIMARY KEY (name_skeleton),
  CONSTRAINT room_name_folded UNIQUE (name_folded),
  INDEX room_name_room (room_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The id is its own so that a late write of a mark never reaches the row of one who left and came again.
CREATE TABLE membership (
  id BIGINT NOT NULL,
  room_id BIGINT NOT NULL,
  account_id BIGINT NOT NULL,
  role VARCHAR(10) NOT NULL,
  role_since BIGINT NOT NULL,
  joined_at BIGINT NOT NULL,
  delivered_seq BIGINT NOT NULL,
  read_seq BIGINT NOT NULL,
  unread_from BIGINT NULL,
  notify VARCHAR(10) NOT NULL,
  last_posted_at BIGINT NULL,
  PRIMARY KEY (id),
  CONSTRAINT membership_once UNIQUE (room_id, account_id),
  INDEX membership_account (account_id, room_id),
  CONSTRAINT membership_room FOREIGN KEY (room_id) REFERENCES room (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- `body` of a system message is the value it tells (the new name, topic, role …).
CREATE TABLE message (
  room_id BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  sender_id BIGINT NOT NULL,
  client_id BINARY(16) NULL,
  kind VARCHAR(8) NOT NULL,
  body VARCHAR(16000) NOT NULL,
  reply_to BIGINT NULL,
  system_action VARCHAR(16) NULL,
  system_target_id BIGINT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (room_id, seq),
  CONSTRAINT message_once UNIQUE (room_id, sender_id, client_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE mention (
  room_id BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  account_id BIGINT NOT NULL,
  PRIMARY KEY (room_id, seq, account_id),
  INDEX mention_account (account_id, room_id, seq)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
