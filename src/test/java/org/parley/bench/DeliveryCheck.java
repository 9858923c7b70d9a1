package org.parley.bench;

/**
 * Checks each delivery: whether it is a duplicate, and whether it comes in the order that the room's first reader saw.
 */
final class DeliveryCheck {
    private DeliveryCheck() {}

    /** @return whether it counts as a delivery of this window */
    static boolean counts(BenchRoom room, Seen seen, int number, Tally tally) {
        if (!seen.add(number)) {
            tally.doubled++;
            return false;
        }
        if (!seen.inOrder(room.rank(number))) {
            tally.outOfOrder++;
        }
        if (number < room.first()) {
            tally.late++;
            return false;
        }
        tally.delivered++;
        return true;
    }

    /** How many of the acknowledged messages this member was neither given nor told that they are missing. */
    static long lost(BenchRoom room, Seen seen) {
        return room.acknowledged().stream()
                .filter(number -> !seen.has(number) && !seen.toldMissing(room.seq(number)))
                .count();
    }
}
