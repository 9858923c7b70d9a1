-- Private conversations are rooms without a name, found by whose they are: of two, or of one with oneself (both ids alike).
ALTER TABLE room ADD COLUMN low_id BIGINT NULL;
ALTER TABLE room ADD COLUMN high_id BIGINT NULL;
ALTER TABLE room ADD CONSTRAINT room_pair UNIQUE (low_id, high_id);

-- Who may not write in a conversation, because the other does not want to hear of them.
CREATE TABLE block (
  room_id BIGINT NOT NULL,
  blocked_id BIGINT NOT NULL,
  blocker_id BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (room_id, blocked_id),
  INDEX block_blocker (blocker_id, blocked_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Which sockets are open on which server. A server that stops clears its own; what one leaves behind that broke down is
-- cleared by the next that finds its heartbeat old, and tells when its people were last there.
CREATE TABLE live_node (
  id BINARY(16) NOT NULL,
  beat_at BIGINT NOT NULL,
  PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE live_socket (
  id BINARY(16) NOT NULL,
  node_id BINARY(16) NOT NULL,
  account_id BIGINT NOT NULL,
  opened_at BIGINT NOT NULL,
  PRIMARY KEY (id),
  INDEX live_socket_node (node_id, account_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
