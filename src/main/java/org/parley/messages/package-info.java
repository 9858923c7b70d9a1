/**
 * The log of each room: how it is read, and how its entries look on the wire. Entries are written by {@code posting}.
 */
package org.parley.messages;
