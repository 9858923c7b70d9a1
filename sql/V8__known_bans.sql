-- Whether the room was there for the banned when they were banned: as a member, because it was public, or until they were kicked.
-- Then they are told of the ban, whatever becomes of the room. To others a private room stays hidden.
ALTER TABLE sanction ADD COLUMN known BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE sanction SET known = TRUE WHERE kind = 'ban' AND (joined_at IS NOT NULL
  OR EXISTS (SELECT 1 FROM room WHERE room.id = sanction.room_id AND room.kind = 'public')
  OR EXISTS (SELECT 1 FROM audit_entry WHERE audit_entry.room_id = sanction.room_id
    AND audit_entry.target_id = sanction.account_id AND audit_entry.action = 'kick'));
-- For whether somebody was kicked, which is asked under the room's lock.
CREATE INDEX audit_entry_target ON audit_entry (room_id, target_id);
