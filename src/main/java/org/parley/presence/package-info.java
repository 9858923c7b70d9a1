/**
 * Which sockets are open, on which server and whose, written down where all servers read it.
 * Owns {@code Presence}, the port by which {@code live} says who is there.
 */
package org.parley.presence;
