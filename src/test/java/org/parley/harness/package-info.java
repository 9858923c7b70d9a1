/**
 * A server as people start it, and people who use it by REST and sockets: what every integration test stands on.
 * Knows the wire contract and nothing of the server's classes.
 */
package org.parley.harness;
