/**
 * What people have typed and not sent: stored for each member of a room, so that it follows them to every device. No
 * text that was typed on another device is overwritten unseen.
 */
package org.parley.drafts;
