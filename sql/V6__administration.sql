-- Who did what to whose account in administering the server. Never changed, and nothing in it opens anything.
CREATE TABLE admin_entry (
  id BIGINT NOT NULL,
  action VARCHAR(16) NOT NULL,
  by_id BIGINT NOT NULL,
  target_id BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
