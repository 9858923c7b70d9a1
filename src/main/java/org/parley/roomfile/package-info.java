/**
 * A room as one file: an owner takes a room away as a zip, with a page that shows it without a server, and any server
 * makes a room of such a file, with the same numbers and times.
 */
package org.parley.roomfile;
