/**
 * Reports of messages, and how a room's staff and the server's administrators settle them. A report stores only which
 * message it means and why; the message is read from the log each time, as it is then.
 */
package org.parley.reports;
