package org.parley.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.NativeQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Caller;
import org.parley.harness.Tables;

/** What concerns Ann (account 1), on the tables of {@code sql/}. Rooms have the numbers 70 and above. */
class HappeningsTest {
    private static final Caller ANN = new Caller(1, "ann", "Ann", false, UUID.randomUUID(), "");
    private static final Caller ADMIN = new Caller(1, "ann", "Ann", true, UUID.randomUUID(), "");

    private final SessionFactory factory = Tables.sessions("happenings");
    private Session session;

    @BeforeEach
    void ann_is_in_a_private_room() {
        session = factory.openSession();
        session.beginTransaction();
        run(
                "INSERT INTO account (id, username, username_folded, username_skeleton, password_hash,"
                        + " display_name, bio, role, disabled_at, created_at) VALUES (1, 'ann', 'ann', 'ann', '', '', '', 'user', NULL, 50)");
        room(70, "private", "NULL");
        joins(70);
    }

    @AfterEach
    void close() {
        session.getTransaction().rollback();
        session.close();
        factory.close();
    }

    @Test
    void mentions_replies_and_reactions_are_merged_with_the_newest_first() {
        mentions(70, 3, 2, 300);
        answers(70, 4, 2, 400);
        message(70, 2, 1);
        run("INSERT INTO reaction VALUES (70, 2, 'x', 2, 350, 350, 1)");
        assertEquals(List.of("reply 4", "reaction 2 x", "mention 3"), listed(ANN));
    }

    @Test
    void a_page_begins_after_its_cursor_however_many_have_the_same_time() {
        room(71, "private", "NULL");
        joins(71);
        for (int seq = 1; seq <= 3; seq++) {
            mentions(70, seq, 2, 100);
            calls(71, seq, 2, ",1,", 100);
        }
        List<String> paged = new ArrayList<>();
        Moment after = Moment.of(null);
        for (List<Happening> page = page(ANN, after, 2); !page.isEmpty(); page = page(ANN, after, 2)) {
            page.forEach(one -> paged.add(one.moment().key()));
            after = page.get(page.size() - 1).moment();
            assertEquals(after, Moment.of(after.key()));
        }
        assertEquals(List.of("100:71:3", "100:71:2", "100:71:1", "100:70:3", "100:70:2", "100:70:1"), paged);
    }

    @Test
    void a_reply_that_mentions_is_one_item_and_both_in_the_lists_of_one_kind() {
        mentions(70, 3, 2, 300);
        run("INSERT INTO reply VALUES (70, 1, 3, 1, 300)");
        assertEquals(List.of("reply 3"), listed(ANN));
        assertEquals(List.of("mention 3"), listed(ANN, Source.of("mention")));
        assertEquals(List.of("reply 3"), listed(ANN, Source.of("reply")));
    }

    @Test
    void what_she_did_herself_or_an_edit_brought_or_was_deleted_is_left_out() {
        mentions(70, 1, 1, 100);
        answers(70, 2, 1, 200);
        message(70, 3, 2);
        run("INSERT INTO mention VALUES (70, 3, 1, TRUE, FALSE, 0)");
        mentions(70, 4, 2, 400);
        run("UPDATE message SET deleted = TRUE WHERE seq = 4");
        mentions(70, 5, 2, 500);
        assertEquals(List.of("mention 5"), listed(ANN));
    }

    @Test
    void a_message_to_everybody_mentions_those_who_were_there() {
        calls(70, 1, 2, ",1,33,", 100);
        calls(70, 2, 2, ",11,33,", 200);
        calls(70, 3, 1, ",33,", 300);
        calls(70, 4, 2, ",1,", 400);
        mentions(70, 5, 2, 500);
        calls(71, 6, 2, ",1,", 600);
        run("INSERT INTO audience VALUES (70, 5, 2, 0, ',2,', 500)");
        assertEquals(List.of("mention 5", "mention 4", "mention 1"), listed(ANN));
        assertEquals(List.of("mention 5", "mention 4", "mention 1"), listed(ANN, Source.of("mention")));
        run("UPDATE message SET deleted = TRUE WHERE seq = 4");
        assertEquals(List.of("mention 5", "mention 1"), listed(ANN));
    }

    @Test
    void an_account_may_have_any_id() {
        long id = (5L << 40) + 7;
        run("INSERT INTO account (id, username, username_folded, username_skeleton, password_hash,"
                + " display_name, bio, role, disabled_at, created_at) VALUES (" + id
                + ", 'eve', 'eve', 'eve', '', '', '', 'user', NULL, 50)");
        room(71, "public", "NULL");
        message(71, 1, 2);
        run("INSERT INTO audience VALUES (71, 1, 7, 0, '," + id + ",', 100)");
        assertEquals(List.of("mention 1"), listed(new Caller(id, "eve", "Eve", false, UUID.randomUUID(), "")));
    }

    @Test
    void what_blocked_people_did_is_left_out() {
        mentions(70, 1, 2, 100);
        mentions(70, 2, 3, 200);
        calls(70, 3, 3, ",1,", 300);
        run("INSERT INTO block VALUES (99, 2, 1, 0)");
        run("INSERT INTO block VALUES (98, 1, 3, 0)");
        assertEquals(List.of("mention 3", "mention 2"), listed(ANN), "the one who has blocked her is still heard");
    }

    @Test
    void only_rooms_that_she_may_read_count() {
        room(71, "public", "NULL");
        room(72, "public", "'hash'");
        room(73, "private", "NULL");
        room(74, "direct", "NULL");
        room(75, "public", "NULL");
        run("INSERT INTO sanction (room_id, account_id, kind, by_id, created_at) VALUES (75, 1, 'ban', 2, 0)");
        for (int room = 71; room <= 75; room++) {
            mentions(room, room, 2, 2 * room);
            calls(room, room + 100, 2, ",1,", 2 * room + 1);
        }
        assertEquals(List.of("mention 171", "mention 71"), listed(ANN));
        assertEquals(
                List.of("mention 173", "mention 73", "mention 172", "mention 72", "mention 171", "mention 71"),
                listed(ADMIN));
        joins(74);
        joins(72);
        run("UPDATE room SET gone = TRUE WHERE id = 71");
        assertEquals(List.of("mention 174", "mention 74", "mention 172", "mention 72"), listed(ANN));
    }

    @Test
    void each_source_is_read_in_order_from_its_index() {
        for (Source source : Source.values()) {
            NativeQuery<String> plan = session.createNativeQuery("EXPLAIN " + source.sql(false), String.class);
            Happenings.bind(plan, source, ANN, Moment.of(null), 10);
            String told = plan.getSingleResult();
            assertTrue(told.contains("_NEWEST"), told);
            assertTrue(told.contains("index sorted"), told);
        }
    }

    private List<String> listed(Caller caller) {
        return listed(caller, Source.of(null));
    }

    private List<String> listed(Caller caller, List<Source> sources) {
        return happenings().newest(caller, sources, Moment.of(null), 10).stream()
                .map(one -> one.kind() + " " + one.moment().seq() + (one.emoji() == null ? "" : " " + one.emoji()))
                .toList();
    }

    private List<Happening> page(Caller caller, Moment after, int most) {
        return happenings().newest(caller, Arrays.asList(Source.values()), after, most);
    }

    private Happenings happenings() {
        Happenings happenings = new Happenings();
        happenings.entities = session;
        return happenings;
    }

    private void room(long id, String kind, String hash) {
        run(
                "INSERT INTO room (id, kind, name, name_folded, topic, password_hash, archived, gone, slow_mode_seconds, head,"
                        + " last_message_at, created_at) VALUES (" + id + ", '" + kind + "', '', '', '', " + hash
                        + ", FALSE, FALSE, 0, 9, 0, 0)");
    }

    private void joins(long room) {
        run("INSERT INTO membership (id, room_id, account_id, role, role_since, joined_at, delivered_seq, read_seq,"
                + " notify) VALUES (" + room + ", " + room + ", 1, 'member', 0, 0, 0, 0, 'all')");
    }

    private void message(long room, long seq, long sender) {
        run("INSERT INTO message (room_id, seq, sender_id, kind, body, created_at) VALUES (" + room + ", " + seq + ", "
                + sender + ", 'text', 'hello', 0)");
    }

    private void mentions(long room, long seq, long by, long time) {
        message(room, seq, by);
        run("INSERT INTO mention VALUES (" + room + ", " + seq + ", 1, TRUE, TRUE, " + time + ")");
    }

    /** @param people of those in slot 1 */
    private void calls(long room, long seq, long by, String people, long time) {
        message(room, seq, by);
        run("INSERT INTO audience VALUES (" + room + ", " + seq + ", 1, 0, '" + people + "', " + time + ")");
    }

    private void answers(long room, long seq, long by, long time) {
        message(room, seq, by);
        run("INSERT INTO reply VALUES (" + room + ", 1, " + seq + ", 1, " + time + ")");
    }

    private void run(String sql) {
        session.createNativeMutationQuery(sql).executeUpdate();
    }
}
