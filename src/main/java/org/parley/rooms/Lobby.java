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

/** The room that always exists. The first start creates it, and every new account becomes a member. */
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
            // Another server that starts at the same time was faster.
            if (refused.code() != Code.ROOM_NAME_TAKEN) {
                throw refused;
            }
        }
    }

    /** Adds accounts that are older than the lobby: the administrator's account is created before it. */
    private Room make() {
        Room lobby = founding.found(Names.room("name", Room.LOBBY), Room.PUBLIC);
        memberships.strangers(lobby.id()).forEach(account -> memberships.add(lobby, account, Role.MEMBER));
        return lobby;
    }

    /**
     * Runs in the transaction of the registration, without the lobby's lock, which would delay all messages there. So a
     * message that is being committed may count as unread.
     */
    void welcome(@Observes AccountRegistered registered) {
        rooms.resolve(Room.LOBBY)
                .flatMap(rooms::find)
                .ifPresent(lobby -> memberships.add(lobby, registered.accountId(), Role.MEMBER));
    }
}
