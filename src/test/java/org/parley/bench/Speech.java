package org.parley.bench;

/** A member's message as bytes; only some digits change from message to message. */
final class Speech {
    private final byte[] bytes;
    private final int clientId;
    private final int marker;
    private final int ref;

    /** @param length of the body */
    Speech(int index, BenchRoom room, int run, int length) {
        // A UUID of version 4 by its looks: the run, the member, and the message's number in the room.
        String id = String.format("%08x-%04x-4000-8%03x-0000", run, index & 0xffff, index >>> 16 & 0xfff);
        String begin = room.speaking(index) + ",\"clientId\":\"" + id;
        String body = "\",\"body\":\"";
        String end = "\",\"ref\":\"";
        bytes = Bytes.ascii(begin + "00000000" + body + "x".repeat(length) + end + "0000000000000000\"}");
        clientId = begin.length();
        marker = clientId + 8 + body.length();
        ref = marker + length + end.length();
        Marker.write(bytes, marker, run, 0, 0, index);
    }

    /** Valid until the next call. */
    byte[] say(int number, long due) {
        Bytes.hex(bytes, clientId, 8, number);
        Marker.number(bytes, marker, due, number);
        Bytes.hex(bytes, ref, 16, due);
        return bytes;
    }
}
