package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.parley.accounts.Caller;

/** A room whose row another transaction has locked, for the tests that run inside the server. */
@ApplicationScoped
public class LockStage {
    @Inject
    Rooms rooms;

    @Inject
    LockStage outside;

    @Inject
    ModeratingMembers moderating;

    @Inject
    AddingMembers adding;

    @Inject
    ChangingRoles changingRoles;

    @Inject
    ChangingRooms changingRooms;

    @Inject
    DeletingRooms deleting;

    @Inject
    LeavingRooms leaving;

    /** Runs the work while another transaction has locked the room. */
    @Transactional
    public void whileLocked(Room room, Runnable work) {
        rooms.lock(room.id()).orElseThrow();
        outside.run(work);
    }

    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void run(Runnable work) {
        work.run();
    }

    public void kick(Caller caller, Room room, String username) {
        moderating.kick(caller, room.name(), username, null);
    }

    public void mute(Caller caller, Room room, String username) {
        moderating.impose(caller, room.name(), Sanction.Kind.MUTE, new NewSanctionJson.Judged(username, "spam", null));
    }

    public void liftMute(Caller caller, Room room, String username) {
        moderating.lift(caller, room.name(), Sanction.Kind.MUTE, username);
    }

    public void add(Caller caller, Room room, String username) {
        adding.add(caller, room.name(), username);
    }

    public void makeOwner(Caller caller, Room room, String username) {
        changingRoles.change(caller, room.name(), username, Role.OWNER);
    }

    public void changeTopic(Caller caller, Room room) {
        changingRooms.change(
                caller, room.name(), new RoomChangesJson(Optional.of("a topic"), null, null, null, null, null, null));
    }

    public void delete(Caller caller, Room room) {
        deleting.delete(caller, room.name());
    }

    public void leave(Caller caller, Room room) {
        leaving.leave(caller, room.name());
    }
}
