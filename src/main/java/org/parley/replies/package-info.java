/** Which messages reply to a message: their number, which every reader of it sees, and the list of them. */
package org.parley.replies;
