/**
 * Finding messages by their words. Each server has an index of its own in its data folder. The index follows the logs
 * of all rooms. It only says where to look: what is shown comes from the tables, after the door was asked.
 */
package org.parley.search;
