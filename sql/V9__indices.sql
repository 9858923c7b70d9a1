-- Indices for statements that would walk whole tables. Columns stand in the order in which the statements ask and sort.

-- The list of public rooms, by name and by what was said last. Both are read in order and only as far as the page goes.
CREATE INDEX room_by_name ON room (kind, name_folded);
CREATE INDEX room_by_activity ON room (kind, last_message_at DESC, id DESC);

-- Owners and moderators of a room with very many members.
CREATE INDEX membership_role ON membership (room_id, role);

-- Whether anybody administers the server, which strangers may ask.
CREATE INDEX account_role ON account (role);

-- What the sweeper of sessions takes away.
CREATE INDEX refresh_token_used ON refresh_token (used_at);
CREATE INDEX login_session_expiry ON login_session (expires_at);
CREATE INDEX login_session_end ON login_session (ended_at);
