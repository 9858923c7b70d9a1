/**
 * Breaks the parts that the message path depends on (the server, its database, the networks between them), and looks
 * for messages that were lost, duplicated, renumbered or not delivered. Long tests are tagged {@code long} and run only
 * by {@code bin/test-faults}; tests that need a database on the network are tagged {@code networked}.
 */
package org.parley.faults;
