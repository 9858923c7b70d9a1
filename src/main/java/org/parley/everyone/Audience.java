package org.parley.everyone;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.messages.LoggedMessage;

/** Some of the people whom a message mentioned by {@code @all} or {@code @here} when it was sent. */
@Entity
@Table(name = "audience")
@IdClass(Audience.Key.class)
public class Audience {
    /** The SQL of those who count and list mentions has this number too. */
    private static final int SLOTS = 32;
    /** An id has at most 19 digits, and the column has 4000 characters. */
    private static final int MOST_IN_PART = 200;

    @Id
    @Column(name = "room_id")
    private long roomId;

    @Id
    private long seq;

    @Id
    private int slot;

    @Id
    private int part;

    private String people;

    @Column(name = "created_at")
    private long createdAt;

    protected Audience() {}

    private Audience(LoggedMessage message, int slot, int part, List<Long> accountIds) {
        this.roomId = message.roomId();
        this.seq = message.seq();
        this.createdAt = message.createdAt().toEpochMilli();
        this.slot = slot;
        this.part = part;
        this.people = accountIds.stream().map(String::valueOf).collect(Collectors.joining(",", ",", ","));
    }

    /** The rows for the people that a message mentions. */
    static List<Audience> of(LoggedMessage message, Collection<Long> accountIds) {
        Map<Integer, List<Long>> slots = accountIds.stream()
                .collect(Collectors.groupingBy(id -> (int) (id % SLOTS), TreeMap::new, Collectors.toList()));
        List<Audience> rows = new ArrayList<>();
        slots.forEach((slot, ids) -> {
            for (int from = 0; from < ids.size(); from += MOST_IN_PART) {
                List<Long> some = ids.subList(from, Math.min(ids.size(), from + MOST_IN_PART));
                rows.add(new Audience(message, slot, from / MOST_IN_PART, some));
            }
        });
        return rows;
    }

    Stream<Long> accountIds() {
        return Arrays.stream(people.substring(1).split(",")).map(Long::valueOf);
    }

    /** The primary key, in the form that JPA needs. */
    public record Key(long roomId, long seq, int slot, int part) implements Serializable {}
}
