/**
 * Reacting to a message with an emoji: who may do it, who reacted, and what readers are told. It is a kind of change
 * that plugs into {@code messages} and {@code posting}.
 */
package org.parley.reactions;
