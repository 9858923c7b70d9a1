package org.parley.bench;

/** A private conversation; each member's socket receives it from the moment it opens. */
final class BenchConversation extends BenchRoom {
    private final int first;
    private final String firstName;
    private final String secondName;

    /** @param first the member of the first name; whoever else asks has the second */
    BenchConversation(int first, String firstName, String secondName) {
        super(firstName + " and " + secondName);
        this.first = first;
        this.firstName = firstName;
        this.secondName = secondName;
    }

    private String other(int member) {
        return member == first ? secondName : firstName;
    }

    @Override
    String path() {
        return "live/private";
    }

    @Override
    String entering(int member, long since) {
        return "{\"type\":\"catch_up\"" + (since < 0 ? "" : ",\"since\":{\"" + other(member) + "\":" + since + "}")
                + "}";
    }

    @Override
    String speaking(int member) {
        return "{\"type\":\"private_message\",\"to\":\"" + other(member) + "\"";
    }
}
