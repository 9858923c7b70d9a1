package org.parley.rooms;

/** One of the two people of a private conversation has deleted their account. Fired in the transaction. */
public record ConversationForsaken(long roomId, long leaverId, long otherId) {}
