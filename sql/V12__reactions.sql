-- Which people react to a message with which emoji. `added_at` gives their order. `kind_since` is the same in all rows
-- of an emoji and gives the emoji's place among those of the message. Both are in milliseconds, but move forward by at
-- least one with each reaction to the message.
CREATE TABLE reaction (
  room_id BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  emoji VARCHAR(32) NOT NULL,
  account_id BIGINT NOT NULL,
  added_at BIGINT NOT NULL,
  kind_since BIGINT NOT NULL,
  PRIMARY KEY (room_id, seq, emoji, account_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- How many reactions the message has, so that nobody looks for those of the many messages without any.
ALTER TABLE message ADD COLUMN reactions INT NOT NULL DEFAULT 0;
