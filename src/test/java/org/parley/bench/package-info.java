/**
 * Loads a running server and checks each delivery for loss, doubles and order; bin/bench starts it. One thread and raw
 * sockets, because it shares the machine with the server that it measures, and knows the wire alone, by bytes.
 */
package org.parley.bench;
