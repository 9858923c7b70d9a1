package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Objects;
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

    /** @return the room after the change */
    Entry change(Caller caller, String room, RoomChangesJson typed) {
        RoomChanges asked = judged(caller, room, typed);
        Permit<Entry> permit = door.permit(caller, room, entry -> entry.as(asked.needed()));
        String hash = passwordHash(permit.seen(), asked);
        return permit.get(entry -> change(entry, asked, hash));
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

    /** Hashes before the lock is taken, because it is slow. If the password stays the same, its hash stays too. */
    private String passwordHash(Entry entry, RoomChanges asked) {
        String is = entry.room().passwordHash();
        if (asked.password() == null) {
            return is;
        }
        return asked.password()
                .map(password -> passwordHash(entry, asked, password))
                .orElse(null);
    }

    /** Checks the name first, to save the slow hash; the unique keys decide. */
    private String passwordHash(Entry entry, RoomChanges asked, String password) {
        if (asked.name() != null) {
            names.judge(entry.room().id(), asked.name());
        }
        String is = entry.room().passwordHash();
        Payer payer = Payer.of(entry.caller());
        return is != null && passwords.matches(password, is, payer) ? is : passwords.hash(password, payer);
    }

    private Entry change(Entry entry, RoomChanges asked, String passwordHash) {
        rename(entry, asked);
        topic(entry, asked);
        visibility(entry, asked);
        if (asked.password() != null) {
            password(entry, passwordHash);
        }
        slowMode(entry, asked);
        archive(entry, asked);
        return entry;
    }

    private void rename(Entry entry, RoomChanges asked) {
        Room room = entry.room();
        if (asked.name() != null && !asked.name().text().equals(room.name())) {
            refuseInLobby(room);
            names.claim(room.id(), asked.name());
            room.rename(asked.name());
            tell(entry, SystemAction.NAME, room.name());
        }
    }

    private void topic(Entry entry, RoomChanges asked) {
        if (differs(asked.topic(), entry.room().topic())) {
            entry.room().topic(asked.topic());
            tell(entry, SystemAction.TOPIC, asked.topic());
        }
    }

    private void visibility(Entry entry, RoomChanges asked) {
        if (differs(asked.kind(), entry.room().kind())) {
            refuseInLobby(entry.room());
            entry.room().kind(asked.kind());
            tell(entry, SystemAction.VISIBILITY, asked.kind());
        }
    }

    private void password(Entry entry, String hash) {
        if (!Objects.equals(hash, entry.room().passwordHash())) {
            entry.room().passwordHash(hash);
            tell(entry, SystemAction.PASSWORD, hash != null);
        }
    }

    private void slowMode(Entry entry, RoomChanges asked) {
        if (differs(asked.slowModeSeconds(), entry.room().slowModeSeconds())) {
            entry.room().slowModeSeconds(asked.slowModeSeconds());
            tell(entry, SystemAction.SLOW_MODE, asked.slowModeSeconds());
        }
    }

    private void archive(Entry entry, RoomChanges asked) {
        if (differs(asked.archived(), entry.room().archived())) {
            entry.room().archived(asked.archived());
            tell(entry, SystemAction.ARCHIVE, asked.archived());
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

    private void tell(Entry entry, SystemAction action, Object value) {
        changed.fire(new RoomChanged(entry.room().id(), entry.caller().accountId(), action, null, value));
    }
}
