package org.parley.bench;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;

/** Writes messages into the database of a server that is down, many times faster than people could post them. */
final class Filling {
    private static final String MESSAGE =
            "INSERT INTO message (room_id, seq, sender_id, client_id, kind, body, created_at)"
                    + " VALUES (?, ?, ?, ?, 'text', ?, ?)";
    private static final String ROOM =
            "UPDATE room SET head = ?, last_message_seq = ?, last_message_at = ? WHERE id = ?";
    private static final int AT_ONCE = 1000;
    /** The messages are of so many days. */
    private static final long MILLIS = 700L * 24 * 3600 * 1000;

    private static final long A_MINUTE = 60_000;

    private final Connection database;
    private final Chatter chatter;
    private final long[] senders;
    private final long now = System.currentTimeMillis();

    private Filling(Connection database, Chatter chatter, List<String> senders) throws SQLException {
        this.database = database;
        this.chatter = chatter;
        this.senders = new long[senders.size()];
        for (int i = 0; i < this.senders.length; i++) {
            this.senders[i] = row("SELECT id, 0 FROM account WHERE username = ?", senders.get(i))[0];
        }
    }

    /** The first room gets the most; each has messages of the same two years. */
    static void fill(Connection database, Chatter chatter, List<String> rooms, List<String> senders, int messages)
            throws SQLException {
        database.setAutoCommit(false);
        Filling filling = new Filling(database, chatter, senders);
        int[] counts = counts(messages, rooms.size());
        long number = 0;
        for (int i = 0; i < counts.length; i++) {
            filling.room(rooms.get(i), number, counts[i]);
            number += counts[i];
        }
    }

    /** Each room has a share like one by its place in the list; the first gets what is left over. */
    static int[] counts(int messages, int rooms) {
        double sum = 0;
        for (int i = 0; i < rooms; i++) {
            sum += 1.0 / (i + 2);
        }
        int[] counts = new int[rooms];
        int left = messages;
        for (int i = rooms - 1; i > 0; i--) {
            counts[i] = (int) (messages / (i + 2) / sum);
            left -= counts[i];
        }
        counts[0] = left;
        return counts;
    }

    private void room(String name, long first, int count) throws SQLException {
        long[] room = row("SELECT id, head FROM room WHERE name = ?", name);
        long head = room[1] + count;
        try (PreparedStatement insert = database.prepareStatement(MESSAGE)) {
            for (int i = 1; i <= count; i++) {
                long sent = now - A_MINUTE - MILLIS * (count - i) / count;
                message(insert, room[0], room[1] + i, first + i - 1, sent);
                if (i % AT_ONCE == 0 || i == count) {
                    insert.executeBatch();
                    database.commit();
                }
            }
        }
        try (PreparedStatement update = database.prepareStatement(ROOM)) {
            update.setLong(1, head);
            update.setLong(2, head);
            update.setLong(3, now - A_MINUTE);
            update.setLong(4, room[0]);
            update.executeUpdate();
        }
        database.commit();
    }

    private void message(PreparedStatement insert, long roomId, long seq, long number, long sent) throws SQLException {
        SplittableRandom random = chatter.random(~number);
        byte[] id = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(random.nextLong())
                .putLong(number)
                .array();
        insert.setLong(1, roomId);
        insert.setLong(2, seq);
        insert.setLong(3, senders[random.nextInt(senders.length)]);
        insert.setBytes(4, id);
        insert.setString(5, chatter.message(number));
        insert.setLong(6, sent);
        insert.addBatch();
    }

    private long[] row(String query, String name) throws SQLException {
        try (PreparedStatement select = database.prepareStatement(query)) {
            select.setString(1, name);
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("Nothing is called " + name);
                }
                return new long[] {rows.getLong(1), rows.getLong(2)};
            }
        }
    }
}
