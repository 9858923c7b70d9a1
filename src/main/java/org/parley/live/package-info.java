/**
 * What is live: sockets and streams of events, what each room and private conversation sends to its listeners, who is there,
 * and what concerns people elsewhere. The only package that knows jakarta.websocket; nobody depends on it, it observes what
 * the others committed.
 */
package org.parley.live;
