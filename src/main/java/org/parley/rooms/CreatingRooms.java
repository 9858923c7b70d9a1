package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.parley.accounts.Caller;
import org.parley.accounts.Passwords;
import org.parley.accounts.Payer;
import org.parley.system.Transactions;
import org.parley.texts.Form;
import org.parley.texts.Name;
import org.parley.texts.Names;
import org.parley.texts.Texts;

/** Any person may create a room and becomes its owner. */
@ApplicationScoped
class CreatingRooms {
    @Inject
    FoundingRooms founding;

    @Inject
    RoomNames names;

    @Inject
    Memberships memberships;

    @Inject
    Passwords passwords;

    @Inject
    Event<MemberJoined> entered;

    @Inject
    Transactions transactions;

    /** @throws org.parley.problems.Refusal {@code invalid_request}, {@code room_name_taken}, {@code rate_limited} */
    Visit create(Caller caller, NewRoomJson typed) {
        NewRoom asked = NewRoom.of(typed);
        String hash = asked.password() == null ? null : hash(caller, asked);
        return transactions.run(() -> create(caller, asked, hash));
    }

    /** Checks the name first, to save the slow hash; the unique keys decide. */
    private String hash(Caller caller, NewRoom asked) {
        names.judge(asked.name());
        return passwords.hash(asked.password(), Payer.of(caller));
    }

    private Visit create(Caller caller, NewRoom asked, String passwordHash) {
        Room room = founding.found(asked.name(), asked.kind());
        room.topic(asked.topic());
        room.passwordHash(passwordHash);
        Membership owner = memberships.add(room, caller.accountId(), Role.OWNER);
        entered.fire(new MemberJoined(room.id(), caller.accountId()));
        return new Visit(caller, room, owner);
    }

    /** @param password {@code null} for none */
    private record NewRoom(Name name, String topic, String kind, String password) {
        static NewRoom of(NewRoomJson typed) {
            Form form = new Form();
            Name name = form.field(() -> Names.room("name", typed.name()));
            String topic =
                    form.field(() -> typed.topic() == null ? "" : Texts.free("topic", typed.topic(), Texts.NOTE));
            String kind = form.field(() -> Visibility.of(typed.visibility()));
            String password =
                    form.field(() -> typed.password() == null ? null : Texts.password("password", typed.password()));
            form.field(() -> NewRoomJson.absent("members", typed.members(), "are for a private room without a name"));
            form.judge();
            return new NewRoom(name, topic, kind, password);
        }
    }
}
