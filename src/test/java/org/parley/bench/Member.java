package org.parley.bench;

/** One member of a room. It checks and times what it receives, and knows nothing about sockets. */
class Member implements Hearing {
    private final int index;
    private final BenchRoom room;
    private final int run;
    private final Seen seen = new Seen();
    private Tally tally;
    private long now;

    /** @param run what marks this run's messages; others are nobody's loss */
    Member(int index, BenchRoom room, int run) {
        this.index = index;
        this.room = room;
        this.run = run;
    }

    final int index() {
        return index;
    }

    final BenchRoom room() {
        return room;
    }

    final Seen seen() {
        return seen;
    }

    /** What comes from here on counts there. */
    final void counts(Tally window) {
        tally = window;
    }

    final Tally tally() {
        return tally;
    }

    /** When what is heard next came. */
    final void now(long nanos) {
        now = nanos;
    }

    @Override
    public final void newMessage(byte[] bytes, long seq, int marker) {
        seen.seq(seq);
        if (marker < 0) {
            return;
        }
        if (Marker.run(bytes, marker) != run) {
            tally.late++;
            return;
        }
        int number = Marker.number(bytes, marker);
        room.seq(number, seq);
        if (DeliveryCheck.counts(room, seen, number, tally)) {
            tally.delivered(Marker.due(bytes, marker), now);
        }
    }

    /** The sending socket gets its message in the answer, not as a new one. */
    @Override
    public final void messageSent(byte[] bytes, long seq, int marker) {
        newMessage(bytes, seq, marker);
        if (marker >= 0) {
            room.acknowledged(Marker.number(bytes, marker));
            tally.acknowledged(Marker.due(bytes, marker), now);
        }
        answered();
    }

    @Override
    public final void reactionAdded(long seq) {
        seen.seq(seq);
        tally.reacted(now);
    }

    /** Its message was taken, or was refused. */
    void answered() {}

    @Override
    public void joined(long head) {
        seen.startsAt(head);
    }

    @Override
    public void caughtUp() {}

    @Override
    public final void gap(long from, long to) {
        tally.gaps++;
        seen.gap(from, to);
    }

    @Override
    public final void refused(String frame) {
        if (tally.errors++ < 3) {
            System.err.println("Member " + index + " was refused: " + frame);
        }
        if (frame.contains("\"code\":\"unavailable\"")) {
            tally.unavailable++;
        }
        answered();
    }
}
