/**
 * Records which sockets are open, on which server and of which person, where all servers can read it. Owns
 * {@code Presence}, the interface by which {@code live} tells who is online.
 */
package org.parley.presence;
