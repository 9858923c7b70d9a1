/**
 * A server as people start it, and people who use it by REST and sockets. Every integration test is built on it. It
 * knows the wire contract, but no class of the server.
 */
package org.parley.harness;
