-- A change of a message has a kind, and some kinds have a value, such as a reaction's emoji.
ALTER TABLE message_change ADD COLUMN kind VARCHAR(16) NOT NULL DEFAULT 'delete';
ALTER TABLE message_change ADD COLUMN content VARCHAR(64) NOT NULL DEFAULT '';
