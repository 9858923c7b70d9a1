package org.parley.texts;

/**
 * A name that may be somebody's or a room's.
 *
 * @param text as it is shown: what was typed, in NFKC
 * @param folded what look-ups compare: without case
 * @param skeleton what new names are compared by: the same for all names that look alike (UTS 39), whatever their case
 */
public record Name(String text, String folded, String skeleton) {}
