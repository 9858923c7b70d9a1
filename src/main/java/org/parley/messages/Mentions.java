package org.parley.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.system.KeyTable;
import org.parley.texts.Code;
import org.parley.texts.Names;

/**
 * Finds the mentioned people: {@code @username}, outside of code, of a person who is a member when the text is sent.
 */
@ApplicationScoped
public class Mentions {
    /** Everybody. Nobody can have this name. */
    public static final String ALL = "all";
    /** Everybody online. Nobody can have this name. */
    private static final String HERE = "here";

    private static final int MOST_IN_A_MESSAGE = 50;
    /** Few, so that every database parses the statement quickly: the rooms of the batch are locked meanwhile. */
    private static final int MOST_IN_STATEMENT = 64;

    private static final Pattern MENTION =
            Pattern.compile("(?<![\\p{L}\\p{N}\\p{M}_.-])@([\\p{L}\\p{N}\\p{M}_.-]{2,32}+)(?![\\p{L}\\p{N}\\p{M}_-])");

    /** A name to look for in a room. */
    public record Name(long roomId, String folded) {}

    /** A member with such a name. */
    public record Member(long accountId, String username) {}

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    /**
     * The folded names that a text may mention. A full stop after a name may end the sentence or belong to the name.
     */
    public static Set<String> names(String body) {
        Set<String> names = new LinkedHashSet<>();
        if (body.indexOf('@') < 0) {
            return names;
        }
        Matcher mention = MENTION.matcher(Code.outside(body));
        while (mention.find() && names.size() < MOST_IN_A_MESSAGE) {
            String name = mention.group(1);
            names.add(Names.folded(name));
            names.add(Names.folded(name.replaceAll("[._-]+$", "")));
        }
        return names;
    }

    /** Whether one of these names means everybody: {@code all}, {@code here} or {@code null}. */
    public static String everyone(Set<String> names) {
        if (names.contains(ALL)) {
            return ALL;
        }
        return names.contains(HERE) ? HERE : null;
    }

    /**
     * Finds which of these names belong to members, with one statement for some dozens of names. A batch may have ten
     * thousand names, and a database that parses such a statement recursively would run out of stack.
     */
    public Map<Name, Member> members(Collection<Name> names) {
        Map<Name, Member> members = new HashMap<>();
        KeyTable.inParts(names, MOST_IN_STATEMENT, part -> find(part, members));
        return members;
    }

    /**
     * The mentions follow the new texts of these messages; what counts as a mention does not.
     *
     * @param texts by message
     */
    public void follow(Map<Log.Place, String> texts) {
        Map<Log.Place, Set<Long>> named = named(texts);
        Map<Long, Set<Long>> byRoom = texts.keySet().stream()
                .collect(Collectors.groupingBy(
                        Log.Place::roomId, TreeMap::new, Collectors.mapping(Log.Place::seq, Collectors.toSet())));
        byRoom.forEach((roomId, numbers) -> stored(roomId, numbers).forEach(mention -> {
            mention.named(named.get(mention.place()).remove(mention.accountId()));
        }));
        named.forEach(
                (place, accounts) -> accounts.forEach(accountId -> entities.persist(Mention.edited(place, accountId))));
    }

    /** The account ids of the members that each text names, by message. */
    private Map<Log.Place, Set<Long>> named(Map<Log.Place, String> texts) {
        Map<Log.Place, Set<Name>> names = new HashMap<>();
        texts.forEach((place, text) -> names.put(
                place,
                names(text).stream().map(name -> new Name(place.roomId(), name)).collect(Collectors.toSet())));
        Map<Name, Member> members =
                members(names.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        Map<Log.Place, Set<Long>> named = new HashMap<>();
        names.forEach((place, all) -> named.put(
                place,
                all.stream()
                        .map(members::get)
                        .filter(Objects::nonNull)
                        .map(Member::accountId)
                        .collect(Collectors.toCollection(HashSet::new))));
        return named;
    }

    private List<Mention> stored(long roomId, Collection<Long> numbers) {
        return entities.createQuery("from Mention n where n.roomId = :room and n.seq in :numbers", Mention.class)
                .setParameter("room", roomId)
                .setParameter("numbers", KeyTable.padded(numbers))
                .getResultList();
    }

    private void find(List<Name> names, Map<Name, Member> members) {
        KeyTable keys = KeyTable.of("room_id", KeyTable.Type.NUMBER, "folded", KeyTable.Type.TEXT);
        names.forEach(name -> keys.add(name.roomId(), name.folded()));
        Query query = entities.createNativeQuery("SELECT w.room_id, a.username_folded, a.id, a.username FROM "
                + keys.table(entities) + " w JOIN account a ON a.username_folded = w.folded AND a.username IS NOT NULL"
                + " JOIN membership m ON m.room_id = w.room_id AND m.account_id = a.id");
        keys.bind(query, 1);
        for (Object found : (List<?>) query.getResultList()) {
            Object[] row = (Object[]) found;
            members.put(
                    new Name(((Number) row[0]).longValue(), (String) row[1]),
                    new Member(((Number) row[2]).longValue(), (String) row[3]));
        }
    }
}
