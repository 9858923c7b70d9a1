/**
 * Private conversations, which are rooms of two: beginning one, listing them, and blocking people. The door of
 * {@code rooms} decides who may enter.
 */
package org.parley.conversations;
