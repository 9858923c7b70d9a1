/**
 * What other people did that concerns a person: mentions, replies, and reactions to their messages. It is read from the
 * tables that have these anyway, each by an index of its own. So a message that concerns nobody costs nothing more, what
 * was deleted or lost its readers is gone at once, and nothing can be out of step with the log.
 */
package org.parley.activity;
