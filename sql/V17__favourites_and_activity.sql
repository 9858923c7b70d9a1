-- Whether the room stands at the top of the member's list. A ban keeps this for when it ends.
ALTER TABLE membership ADD COLUMN favourite BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE sanction ADD COLUMN favourite BOOLEAN NOT NULL DEFAULT FALSE;
