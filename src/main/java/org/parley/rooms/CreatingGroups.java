package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.accounts.Account;
import org.parley.accounts.Accounts;
import org.parley.accounts.Caller;
import org.parley.problems.DatabaseTrouble;
import org.parley.problems.Refusal;
import org.parley.system.Transactions;
import org.parley.texts.Form;
import org.parley.texts.Names;
import org.parley.texts.Texts;

/**
 * Any person may make a private room without a name, for themselves and a few others, who all become owners. The same
 * people get the same room, also if two of them ask at the same moment.
 */
@ApplicationScoped
class CreatingGroups {
    static final int FEWEST_OTHERS = 2;
    static final int MOST_OTHERS = 7;
    /** Repeated names count once, but nobody types a name this often. */
    private static final int MOST_TYPED = 50;

    @Inject
    FoundingRooms founding;

    @Inject
    Groups groups;

    @Inject
    Accounts accounts;

    @Inject
    Memberships memberships;

    @Inject
    Event<MemberJoined> entered;

    @Inject
    Transactions transactions;

    /** @param newly whether these people had no such room before */
    record Made(Visit visit, boolean newly) {}

    /**
     * @throws Refusal {@code invalid_request}; {@code not_found} if there is no account of a name; {@code conflict} if
     *     one is disabled; {@code forbidden} if one of the people has blocked the caller
     */
    Made create(Caller caller, NewRoomJson typed) {
        NewGroup asked = NewGroup.of(caller, typed);
        try {
            return transactions.run(() -> found(caller, asked));
        } catch (PersistenceException refused) {
            // One of the others made it at the same moment.
            if (!DatabaseTrouble.duplicate(refused)) {
                throw refused;
            }
            return transactions.run(() -> found(caller, asked));
        }
    }

    private Made found(Caller caller, NewGroup asked) {
        List<Account> others = accounts.byNames(asked.others());
        if (others.size() < asked.others().size()) {
            throw Refusal.notFound();
        }
        List<Long> people = new ArrayList<>(List.of(caller.accountId()));
        others.forEach(other -> people.add(other.id()));
        return groups.of(caller, people)
                .map(room -> new Made(room, false))
                .orElseGet(() -> new Made(make(caller, asked, others, people), true));
    }

    private Visit make(Caller caller, NewGroup asked, List<Account> others, List<Long> people) {
        groups.judge(caller, others);
        Room room = founding.foundUnnamed(people);
        room.topic(asked.topic());
        List<Membership> members = memberships.begin(room, people, Role.OWNER);
        entered.fire(new MemberJoined(room.id(), caller.accountId()));
        others.forEach(other -> entered.fire(new MemberJoined(room.id(), other.id(), caller.username())));
        return new Visit(caller, room, members.get(0));
    }

    /** @param others the folded usernames of the others */
    private record NewGroup(Set<String> others, String topic) {
        static NewGroup of(Caller caller, NewRoomJson typed) {
            Form form = new Form();
            Set<String> others = form.field(() -> others(caller, typed.members()));
            String topic =
                    form.field(() -> typed.topic() == null ? "" : Texts.free("topic", typed.topic(), Texts.NOTE));
            form.field(() -> hidden(Visibility.of(typed.visibility())));
            form.field(() -> NewRoomJson.absent(
                    "password", typed.password(), "must be absent: people are added to a room without a name"));
            form.judge();
            return new NewGroup(others, topic);
        }

        /** The caller and repeated names do not count. */
        private static Set<String> others(Caller caller, List<String> typed) {
            if (typed.size() > MOST_TYPED || typed.contains(null)) {
                throw wrongNumber();
            }
            Set<String> others = typed.stream().map(Names::folded).collect(Collectors.toCollection(LinkedHashSet::new));
            others.remove(Names.folded(caller.username()));
            if (others.size() < FEWEST_OTHERS || others.size() > MOST_OTHERS) {
                throw wrongNumber();
            }
            return others;
        }

        private static Refusal wrongNumber() {
            return Refusal.invalid(
                    "members", "must name from " + FEWEST_OTHERS + " to " + MOST_OTHERS + " other people");
        }

        private static String hidden(String kind) {
            if (!Room.PRIVATE.equals(kind)) {
                throw Refusal.invalid("name", "must be given: a public room has a name");
            }
            return kind;
        }
    }
}
