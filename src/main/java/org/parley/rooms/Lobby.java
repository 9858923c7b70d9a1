package org.parley.rooms;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.parley.accounts.AccountRegistered;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.system.Starting;
import org.parley.system.Transactions;
import org.parley.texts.Names;

/** The room that is always there: made at the first start, and everybody is a member from their registration on. */
@ApplicationScoped
class Lobby {
    @Inject
    Rooms rooms;

    @Inject
    FoundingRooms founding;

    @Inject
    Memberships memberships;

    @Inject
    Transactions transactions;

    void open(@Observes @Priority(Starting.FEATURES) Starting starting) {
        if (rooms.resolve(Room.LOBBY).isPresent()) {
            return;
        }
        try {
            transactions.run(this::make);
        } catch (Refusal refused) {
            // Another node that starts at the same time was faster.
            if (refused.code() != Code.ROOM_NAME_TAKEN) {
                throw refused;
            }
        }
    }

    /** Accounts may be older than the lobby: the admin's is made before it. */
    private Room make() {
        Room lobby = founding.found(Names.room("name", Room.LOBBY), Room.PUBLIC);
        memberships.strangers(lobby.id()).forEach(account -> memberships.add(lobby, account, Role.MEMBER));
        return lobby;
    }

    /**
     * In the registration's transaction. Without the lobby's lock, which would hold up everything said there: a message
     * that is committed just now may count as unread.
     */
    void welcome(@Observes AccountRegistered registered) {
        rooms.resolve(Room.LOBBY)
                .flatMap(rooms::find)
                .ifPresent(lobby -> memberships.add(lobby, registered.accountId(), Role.MEMBER));
    }
}
