-- A private room may have no name. Its `name` is empty, as that of a conversation, and it has no row in `room_name`.
-- Its `name_folded` is the id that clients know, so that it has a place of its own in every list by name.

-- The ids of the first members of a room without a name, in ascending order. The same people get the same room, also if
-- two of them ask at the same moment. NULL as soon as the members change or the room gets a name.
ALTER TABLE room ADD COLUMN made_for VARCHAR(128) NULL;
ALTER TABLE room ADD CONSTRAINT room_made_for UNIQUE (made_for);
