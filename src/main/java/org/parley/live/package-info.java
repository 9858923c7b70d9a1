/**
 * Live rooms: sockets, what each room sends to its listeners, and who is there. The only package that knows
 * jakarta.websocket; nobody depends on it, it observes what the others committed.
 */
package org.parley.live;
