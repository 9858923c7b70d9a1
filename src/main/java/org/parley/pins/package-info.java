/**
 * Pinned messages: who may pin, the list of a room's pins, and what readers are told. It is a kind of change that plugs
 * into {@code messages} and {@code posting}.
 */
package org.parley.pins;
