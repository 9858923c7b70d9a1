/**
 * Breaks what the message path stands on, the server, its database, the networks between them, and looks for what was lost,
 * doubled, renumbered or kept from somebody. What takes long is tagged {@code long} and runs by {@code bin/test-faults}
 * alone; what needs a database beyond a network is tagged {@code networked}.
 */
package org.parley.faults;
