/**
 * Who people are: accounts (the first administrator's included), their sessions and tokens, and the filter that tells every
 * request and handshake who asks.
 * Owns {@code Presence}, the port by which {@code live} says who is there, and writes down who was.
 */
package org.parley.accounts;
