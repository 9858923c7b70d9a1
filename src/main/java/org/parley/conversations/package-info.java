/**
 * Private conversations, which are rooms of two people: beginning them, listing them together with the rooms without a
 * name, and blocking people. The {@code Door} of {@code rooms} decides who may enter.
 */
package org.parley.conversations;
