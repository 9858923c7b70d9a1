/**
 * The log of each room, how it is read, and how its entries look on the wire. What enters it comes through {@code posting}.
 */
package org.parley.messages;
