/** How far people have read: their marks, and the unread counts in the room list and in rooms. */
package org.parley.reading;
