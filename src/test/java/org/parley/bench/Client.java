package org.parley.bench;

/** A member's socket. */
final class Client extends WebSocket {
    /** How far it is with coming in. */
    enum State {
        OUTSIDE,
        ENTERING,
        READY
    }

    private final Crowd crowd;
    private final Talker member;
    private final Speech speech;
    private State state = State.OUTSIDE;
    private boolean returning;

    Client(Crowd crowd, int index, BenchRoom room, String token) {
        super(crowd.loop(), crowd.path() + room.path(), token);
        this.crowd = crowd;
        this.member = new Talker(index, room, crowd.run());
        this.speech = new Speech(index, room, crowd.run(), crowd.bodyLength());
    }

    Member member() {
        return member;
    }

    State state() {
        return state;
    }

    /** Comes in for the first time, or again with what it has. */
    void enter() {
        state = State.ENTERING;
        connect();
    }

    /** Cuts the connection; who enters again says what it has. */
    void leave() {
        state = State.OUTSIDE;
        returning = true;
        cut();
    }

    @Override
    void opened() {
        long since = returning ? member.seen().upTo() : -1;
        sendText(Bytes.ascii(member.room().entering(member.index(), since)));
    }

    /** @param due when it should have been sent, which may be earlier than now */
    void say(long due) {
        int number = member.room().take();
        member.tally().sent++;
        sendText(speech.say(number, due));
    }

    @Override
    void read(int count) {
        member.tally().bytes += count;
        member.tally().reads++;
    }

    @Override
    void text(byte[] bytes, int from, int to) {
        member.now(loop().now());
        ServerFrames.hear(bytes, from, to, member);
    }

    private void ready() {
        if (state == State.ENTERING) {
            state = State.READY;
            crowd.entered();
        }
    }

    @Override
    void ended(String why) {
        State before = state;
        state = State.OUTSIDE;
        returning = returning || before == State.READY;
        crowd.lost(this, before == State.READY, why);
    }

    /** The member as it acts through this socket. */
    private final class Talker extends Member {
        Talker(int index, BenchRoom room, int run) {
            super(index, room, run);
        }

        @Override
        public void joined(long head) {
            if (!returning) {
                super.joined(head);
                ready();
            }
        }

        @Override
        public void caughtUp() {
            ready();
        }

        @Override
        void answered() {
            if (crowd.closedLoop()) {
                say(loop().tick());
            }
        }
    }
}
