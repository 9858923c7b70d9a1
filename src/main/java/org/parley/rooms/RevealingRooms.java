package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import org.parley.accounts.Caller;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.system.Ids;
import org.parley.system.Transactions;
import org.parley.texts.Name;
import org.parley.texts.Names;

/**
 * Makes rooms whose log is written before anybody can see them. Until it is revealed, such a room counts as a deleted
 * one: nobody finds it, and the next start removes it.
 */
@ApplicationScoped
public class RevealingRooms {
    /** So many rooms may have the same name, apart from the number at its end. */
    private static final int MOST_ALIKE = 99;

    private static final int MOST_IN_NAME = 50;
    private static final int MOST_TRIES = 5;

    @Inject
    Rooms rooms;

    @Inject
    RoomNames names;

    @Inject
    Memberships memberships;

    @Inject
    SweepingRooms sweeping;

    @Inject
    Event<RoomCreated> created;

    @Inject
    Event<MemberJoined> entered;

    @Inject
    Event<RoomChanged> changed;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    /**
     * How a hidden room is shown from now on.
     *
     * @param wanted its name
     * @param exactly whether it gets this name or none; otherwise a number at its end may make it free
     * @param head the highest number of its log
     * @param lastMessageSeq the highest number of a message
     */
    public record Sight(String wanted, boolean exactly, boolean open, String topic, long head, long lastMessageSeq) {}

    /** A new hidden room. {@link #reveal} or {@link #discard} must follow. @return its id */
    public long hidden() {
        long roomId = Ids.next(clock);
        sweeping.spare(roomId);
        transactions.run(() -> rooms.add(Room.hidden(roomId, clock.instant())));
        return roomId;
    }

    /**
     * The name that the room would get now.
     *
     * @throws Refusal {@code room_name_taken}; {@code invalid_request} that names the field {@code name}
     */
    public String free(String wanted, boolean exactly) {
        for (int number = 1; number <= MOST_ALIKE; number++) {
            try {
                names.judge(name(wanted, number));
                return name(wanted, number).text();
            } catch (Refusal taken) {
                if (exactly || taken.code() != Code.ROOM_NAME_TAKEN || number == MOST_ALIKE) {
                    throw taken;
                }
            }
        }
        throw new IllegalStateException("The last try answers");
    }

    private static Name name(String wanted, int number) {
        if (number == 1) {
            return Names.room("name", wanted);
        }
        String end = "-" + number;
        int kept = Math.min(wanted.codePointCount(0, wanted.length()), MOST_IN_NAME - end.length());
        return Names.room("name", wanted.substring(0, wanted.offsetByCodePoints(0, kept)) + end);
    }

    /**
     * From now on the room is one like any other. The caller owns it, and its log ends with the message that it was
     * imported.
     *
     * @throws Refusal {@code room_name_taken}; {@code unavailable} if the room was removed
     */
    public Visit reveal(Caller caller, long roomId, Sight sight) {
        for (int tries = 1; true; tries++) {
            try {
                Name name = Names.room("name", free(sight.wanted(), sight.exactly()));
                Visit visit = transactions.run(() -> reveal(caller, roomId, name, sight));
                sweeping.spareNoMore(roomId);
                return visit;
            } catch (Refusal taken) {
                // Somebody else took the name a moment ago.
                if (sight.exactly() || taken.code() != Code.ROOM_NAME_TAKEN || tries == MOST_TRIES) {
                    throw taken;
                }
            }
        }
    }

    private Visit reveal(Caller caller, long roomId, Name name, Sight sight) {
        Room room = rooms.lock(Set.of(roomId), true).stream().findFirst().orElseThrow(Refusal::unavailable);
        room.reveal(name, sight, clock.instant());
        names.claim(roomId, name);
        created.fire(new RoomCreated(roomId));
        Membership owner = memberships.add(room, caller.accountId(), Role.OWNER);
        entered.fire(new MemberJoined(roomId, caller.accountId()));
        changed.fire(new RoomChanged(roomId, caller.accountId(), SystemAction.IMPORT, null, null));
        return new Visit(caller, room, owner);
    }

    /** Removes a hidden room and everything that was written for it. */
    public void discard(long roomId) {
        sweeping.spareNoMore(roomId);
        sweeping.sweepNow(roomId);
    }
}
