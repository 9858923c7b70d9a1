-- Whether the room was there for the banned when they were banned, as a member or because it was public: then they are told of
-- the ban, whatever becomes of the room. To others a private room stays hidden.
ALTER TABLE sanction ADD COLUMN known BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE sanction SET known = TRUE WHERE joined_at IS NOT NULL;
