/**
 * Kills the server under load and looks for what was lost, doubled or renumbered. Also what {@code bin/test-kills} runs.
 */
package org.parley.kills;
