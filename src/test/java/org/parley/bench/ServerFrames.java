package org.parley.bench;

import java.nio.charset.StandardCharsets;

/**
 * Finds the server's frames in a text: one object, or an array of objects. It does not parse JSON but looks for bytes
 * as Parley writes them: the type comes first, without spaces. It cannot occur in a person's text, where quotes are
 * escaped.
 */
final class ServerFrames {
    private static final byte[] BEGIN = Bytes.ascii("{\"type\":\"");
    private static final byte[] NEW_MESSAGE = Bytes.ascii("new_message\"");
    private static final byte[] PRIVATE_MESSAGE = Bytes.ascii("private_message\"");
    private static final byte[] DONE = Bytes.ascii("done\"");
    private static final byte[] MESSAGE_SENT = Bytes.ascii("message_sent\"");
    private static final byte[] REACTION_ADDED = Bytes.ascii("reaction_added\"");
    private static final byte[] ROOM_JOINED = Bytes.ascii("room_joined\"");
    private static final byte[] CAUGHT_UP = Bytes.ascii("caught_up\"");
    private static final byte[] GAP = Bytes.ascii("gap\"");
    private static final byte[] ERROR = Bytes.ascii("error\"");
    private static final byte[] SEQ = Bytes.ascii(",\"seq\":");
    private static final byte[] HEAD = Bytes.ascii(",\"head\":");
    private static final byte[] FROM = Bytes.ascii(",\"from\":");
    private static final byte[] TO = Bytes.ascii(",\"to\":");

    private ServerFrames() {}

    static void hear(byte[] bytes, int from, int to, Hearing hearing) {
        int start = Bytes.find(bytes, from, to, BEGIN);
        while (start >= 0) {
            int next = Bytes.find(bytes, start + BEGIN.length, to, BEGIN);
            object(bytes, start + BEGIN.length, next < 0 ? to : next, hearing);
            start = next;
        }
    }

    private static void object(byte[] bytes, int type, int to, Hearing hearing) {
        if (Bytes.startsWith(bytes, type, to, NEW_MESSAGE) || Bytes.startsWith(bytes, type, to, PRIVATE_MESSAGE)) {
            int marker = Marker.find(bytes, type, to);
            hearing.newMessage(bytes, number(bytes, type, to, SEQ), marker);
        } else if (Bytes.startsWith(bytes, type, to, MESSAGE_SENT)) {
            hearing.messageSent(bytes, number(bytes, type, to, SEQ), Marker.find(bytes, type, to));
        } else if (Bytes.startsWith(bytes, type, to, REACTION_ADDED)) {
            hearing.reactionAdded(number(bytes, type, to, SEQ));
        } else if (Bytes.startsWith(bytes, type, to, ROOM_JOINED)) {
            hearing.joined(number(bytes, type, to, HEAD));
        } else if (Bytes.startsWith(bytes, type, to, CAUGHT_UP) || Bytes.startsWith(bytes, type, to, DONE)) {
            hearing.caughtUp();
        } else if (Bytes.startsWith(bytes, type, to, GAP)) {
            hearing.gap(number(bytes, type, to, FROM), number(bytes, type, to, TO));
        } else if (Bytes.startsWith(bytes, type, to, ERROR)) {
            hearing.refused(new String(bytes, type, to - type, StandardCharsets.UTF_8));
        }
    }

    private static long number(byte[] bytes, int from, int to, byte[] name) {
        int at = Bytes.find(bytes, from, to, name);
        return at < 0 ? 0 : Bytes.decimal(bytes, at + name.length, to);
    }
}
