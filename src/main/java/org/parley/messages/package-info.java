/**
 * The log of each room: how it is read, and what its entries look like on the wire. {@code posting} writes the entries.
 */
package org.parley.messages;
