/**
 * Private conversations, which are rooms of two people: beginning and listing them, and blocking people. The
 * {@code Door} of {@code rooms} decides who may enter.
 */
package org.parley.conversations;
