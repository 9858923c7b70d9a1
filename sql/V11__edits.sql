-- The author may change the text of a message. Only the newest text is kept.
ALTER TABLE message ADD COLUMN edited_at BIGINT NULL;

-- `named`: the text names the person as it is now. `counted`: it did so when it was sent, so it counts as a mention and
-- notified the person. An edit changes the first and never the second.
ALTER TABLE mention ADD COLUMN named BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE mention ADD COLUMN counted BOOLEAN NOT NULL DEFAULT TRUE;
