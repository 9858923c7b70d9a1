package org.parley.messages;

/**
 * A change of a message as its row has it.
 *
 * @param kind the name of its {@link ChangeKind}
 * @param actorId the account that made it
 * @param username {@code null} if that account is gone
 * @param target the message's number
 * @param value as {@link ChangeKind#stored} keeps it
 */
public record ChangeRow(long roomId, long seq, String kind, long actorId, String username, long target, String value) {
    /** The place of the message. */
    public Log.Place place() {
        return new Log.Place(roomId, target);
    }
}
