package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import org.parley.accounts.Caller;
import org.parley.accounts.Passwords;
import org.parley.accounts.Payer;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

/**
 * Owners and moderators change a room's properties. Each change gets a system message; a value that stays the same does
 * not.
 */
@ApplicationScoped
class ChangingRooms {
    @Inject
    Door door;

    @Inject
    RoomNames names;

    @Inject
    Passwords passwords;

    @Inject
    Event<RoomChanged> changed;

    /** @return the room as it is then */
    Visit change(Caller caller, String room, RoomChangesJson typed) {
        RoomChanges asked = judged(caller, room, typed);
        Permit<Visit> permit = door.permit(caller, room, visit -> visit.as(asked.needed()));
        String hash = passwordHash(permit.seen(), asked);
        return permit.get(visit -> change(visit, asked, hash));
    }

    private RoomChanges judged(Caller caller, String room, RoomChangesJson typed) {
        try {
            return RoomChanges.of(typed);
        } catch (Refusal refused) {
            if (refused.code() == Code.ROOM_NAME_TAKEN) {
                // Check the right first: only callers who might rename the room may learn that a name is reserved.
                door.owner(caller, room);
            }
            throw refused;
        }
    }

    /** Hashes before the lock is taken, because it is slow. An unchanged password keeps its hash. */
    private String passwordHash(Visit visit, RoomChanges asked) {
        String is = visit.room().passwordHash();
        if (asked.password() == null) {
            return is;
        }
        return asked.password()
                .map(password -> passwordHash(visit, asked, password))
                .orElse(null);
    }

    /** Checks the name first, to save the slow hash; the unique keys decide. */
    private String passwordHash(Visit visit, RoomChanges asked, String password) {
        if (asked.name() != null) {
            names.judge(visit.room().id(), asked.name());
        }
        String is = visit.room().passwordHash();
        Payer payer = Payer.of(visit.caller());
        return is != null && passwords.matches(password, is, payer) ? is : passwords.hash(password, payer);
    }

    private Visit change(Visit visit, RoomChanges asked, String passwordHash) {
        rename(visit, asked);
        topic(visit, asked);
        visibility(visit, asked);
        if (asked.password() != null) {
            password(visit, passwordHash);
        }
        slowMode(visit, asked);
        archive(visit, asked);
        emoji(visit, asked);
        return visit;
    }

    private void rename(Visit visit, RoomChanges asked) {
        Room room = visit.room();
        if (asked.name() != null && !asked.name().text().equals(room.name())) {
            refuseInLobby(room);
            names.claim(room.id(), asked.name());
            room.rename(asked.name());
            tell(visit, SystemAction.NAME, room.name());
        }
    }

    private void topic(Visit visit, RoomChanges asked) {
        if (differs(asked.topic(), visit.room().topic())) {
            visit.room().topic(asked.topic());
            tell(visit, SystemAction.TOPIC, asked.topic());
        }
    }

    private void visibility(Visit visit, RoomChanges asked) {
        if (differs(asked.kind(), visit.room().kind())) {
            refuseInLobby(visit.room());
            if (visit.room().unnamed()) {
                throw Refusal.invalid("name", "must be given: a public room has a name");
            }
            visit.room().kind(asked.kind());
            tell(visit, SystemAction.VISIBILITY, asked.kind());
        }
    }

    private void password(Visit visit, String hash) {
        if (!Objects.equals(hash, visit.room().passwordHash())) {
            visit.room().passwordHash(hash);
            tell(visit, SystemAction.PASSWORD, hash != null);
        }
    }

    private void slowMode(Visit visit, RoomChanges asked) {
        if (differs(asked.slowModeSeconds(), visit.room().slowModeSeconds())) {
            visit.room().slowModeSeconds(asked.slowModeSeconds());
            tell(visit, SystemAction.SLOW_MODE, asked.slowModeSeconds());
        }
    }

    private void archive(Visit visit, RoomChanges asked) {
        if (differs(asked.archived(), visit.room().archived())) {
            visit.room().archived(asked.archived());
            tell(visit, SystemAction.ARCHIVE, asked.archived());
        }
    }

    private void emoji(Visit visit, RoomChanges asked) {
        if (differs(asked.emoji(), Optional.ofNullable(visit.room().emoji()))) {
            visit.room().emoji(asked.emoji().orElse(null));
            tell(visit, SystemAction.EMOJI, visit.room().emoji());
        }
    }

    private static boolean differs(Object asked, Object is) {
        return asked != null && !asked.equals(is);
    }

    private static void refuseInLobby(Room room) {
        if (room.lobby()) {
            throw Refusal.of(Code.FORBIDDEN, "The lobby keeps its name and stays open to everybody.");
        }
    }

    private void tell(Visit visit, SystemAction action, Object value) {
        changed.fire(new RoomChanged(visit.room().id(), visit.caller().accountId(), action, null, value));
    }
}
