/**
 * Who people are: accounts, their sessions and tokens, and the filter that tells every request and handshake who asks.
 * Owns {@code Presence}, the port by which {@code live} says who is there.
 */
package org.parley.accounts;
