package org.parley.rooms;

import java.time.Instant;

/** A ban or mute was imposed or changed, and it has an end. Fired in the transaction. */
record SanctionImposed(Sanction.Key key, Instant until) {}
