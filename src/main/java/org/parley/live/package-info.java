/**
 * Everything live: sockets and event streams, what each room and conversation sends to its listeners, who is online,
 * and what concerns people elsewhere. Only this package knows jakarta.websocket. No other package depends on it; it
 * observes what the others have committed.
 */
package org.parley.live;
