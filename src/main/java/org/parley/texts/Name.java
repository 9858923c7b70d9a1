package org.parley.texts;

/**
 * A valid name of a person or a room.
 *
 * @param text the name as shown: what was typed, in NFKC
 * @param folded the name without case, for look-ups
 * @param skeleton equal for all names that look alike (UTS 39), whatever their case; new names are compared by it
 */
public record Name(String text, String folded, String skeleton) {}
