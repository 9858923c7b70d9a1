/**
 * Messages that people report, and what a room's staff and the server's administrators make of that. A report says which
 * message is meant and why; the message itself is read from the log each time, as it is then.
 */
package org.parley.reports;
