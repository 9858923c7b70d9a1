-- The picture of a person. It is a row of `attachment` that belongs to nobody and is never touched, until another one
-- takes its place. And the emoji by which people find a room.
ALTER TABLE account ADD COLUMN avatar_id BINARY(16) NULL;
ALTER TABLE room ADD COLUMN emoji VARCHAR(64) NULL;
