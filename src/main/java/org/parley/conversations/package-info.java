/**
 * Private conversations, which are rooms of two: beginning one, listing them, and blocking people. Who may enter is decided
 * by the door of {@code rooms}.
 */
package org.parley.conversations;
