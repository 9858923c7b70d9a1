package org.parley.rooms;

import java.time.Instant;

/** A ban or mute was laid on somebody that ends by itself, or was given that end. Fired in the transaction. */
record SanctionImposed(Sanction.Key key, Instant until) {}
