package org.parley.reactions;

/** What a change of this kind asks for. Its row in the log has it as a sign and the emoji, such as {@code +👍}. */
record Asking(boolean added, String emoji) {
    private static final String ADDED = "+";
    private static final String REMOVED = "-";

    static Asking adding(String emoji) {
        return new Asking(true, emoji);
    }

    static Asking removing(String emoji) {
        return new Asking(false, emoji);
    }

    static Asking of(String stored) {
        return new Asking(stored.startsWith(ADDED), stored.substring(1));
    }

    String stored() {
        return (added ? ADDED : REMOVED) + emoji;
    }
}
