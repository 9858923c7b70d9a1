/**
 * Puts load on a running server and checks each delivery for loss, duplicates and order; bin/bench starts it. It uses
 * one thread and raw sockets, because it shares the machine with the server. It knows only the wire format, as bytes.
 */
package org.parley.bench;
