package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.SharedSessionContract;
import org.hibernate.query.NativeQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Account;
import org.parley.accounts.UserJson;
import org.parley.accounts.Users;
import org.parley.harness.Tables;
import org.parley.system.Paging;
import org.parley.system.Reads;
import org.parley.texts.Names;

/** Counts the statements for a page of rooms, on the tables of {@code sql/}. */
class RoomListStatementsTest {

    private static SessionFactory factory;

    @BeforeAll
    static void open() {
        factory = Tables.sessions("rooms", Account.class, Room.class, RoomName.class, Membership.class, Sanction.class);
        // Switched on here: the Hibernate property would write each session's figures to the log.
        factory.getStatistics().setStatisticsEnabled(true);
        factory.inTransaction(RoomListStatementsTest::fill);
    }

    @AfterAll
    static void close() {
        factory.close();
    }

    private static void fill(Session session) {
        session.createNativeMutationQuery(
                        "INSERT INTO account (id, username, username_folded, username_skeleton, password_hash,"
                                + " display_name, bio, role, disabled_at, created_at) VALUES (1, 'ann', 'ann', 'ann', '', '', '', 'user', NULL, 0)")
                .executeUpdate();
        for (int i = 0; i < 120; i++) {
            Room room = new Room(1000 + i, Room.PUBLIC, Names.room("name", "room" + i), Drafts.NOW);
            session.persist(room);
            session.persist(new Membership(2000 + i, room.id(), Drafts.ANN.accountId(), Role.OWNER, 0, Drafts.NOW));
        }
    }

    @Test
    void a_page_costs_four_statements_however_many_rooms_it_has() {
        for (String limit : List.of("1", "10", "100")) {
            for (String sort : List.of("name", "activity")) {
                assertEquals(
                        4, statements(RoomList.of("room", "all", sort, Paging.of(limit, null))), limit + " by " + sort);
            }
        }
    }

    @Test
    void public_rooms_are_read_in_order_from_an_index() {
        for (String sort : List.of("name", "activity")) {
            RoomList list = RoomList.of(null, "all", sort, Paging.of("10", null));
            try (Session session = factory.openSession()) {
                NativeQuery<String> plan =
                        session.createNativeQuery("EXPLAIN " + BrowsingRooms.sql(list), String.class);
                BrowsingRooms.bind(plan, Drafts.ANN, list);
                String told = plan.getSingleResult();
                assertTrue(told.contains("ROOM_BY_" + sort.toUpperCase(Locale.ROOT)), told);
                assertTrue(told.contains("index sorted"), told);
            }
        }
    }

    @Test
    void the_members_of_a_large_room_are_not_counted_for_each_reader() {
        try (Session session = factory.openSession()) {
            session.beginTransaction();
            for (int i = 0; i <= RoomFigures.LARGE; i++) {
                session.persist(new Membership(10_000 + i, 1001, 10_000 + i, Role.MEMBER, 0, Drafts.NOW));
            }
            session.flush();
            RoomFigures figures = new RoomFigures();
            figures.reads = reads(session);
            Map<Long, Long> first = figures.of(List.of(1000L, 1001L)).members();
            assertEquals(Map.of(1000L, 1L, 1001L, RoomFigures.LARGE + 2L), first);
            factory.getStatistics().clear();
            assertEquals(
                    RoomFigures.LARGE + 2L, figures.of(List.of(1001L)).members().get(1001L));
            assertEquals(1, factory.getStatistics().getPrepareStatementCount(), "the owner alone is looked up");
            session.getTransaction().rollback();
        }
    }

    @Test
    void the_members_of_rooms_without_a_name_cost_one_statement() {
        try (Session session = factory.openSession()) {
            session.beginTransaction();
            List<Room> rooms = LongStream.range(1, 11)
                    .mapToObj(id -> Room.unnamed(id, Drafts.NOW))
                    .toList();
            for (Room room : rooms) {
                session.persist(room);
                session.persist(
                        new Membership(3000 + room.id(), room.id(), Drafts.ANN.accountId(), Role.OWNER, 0, Drafts.NOW));
            }
            session.flush();
            for (int count : List.of(1, 10)) {
                factory.getStatistics().clear();
                assertEquals(
                        count,
                        people(session)
                                .of(RoomPeople.NOBODY, rooms.subList(0, count))
                                .members()
                                .size());
                assertEquals(1, factory.getStatistics().getPrepareStatementCount());
            }
            session.getTransaction().rollback();
        }
    }

    private static RoomPeople people(Session session) {
        RoomPeople people = new RoomPeople();
        people.entities = session;
        people.users = new Users() {
            @Override
            public Map<Long, UserJson> of(Collection<Long> accountIds) {
                return Map.of();
            }
        };
        return people;
    }

    @Test
    void a_page_of_all_rooms_costs_as_many() {
        for (String limit : List.of("1", "10", "100")) {
            try (Session session = factory.openSession()) {
                factory.getStatistics().clear();
                SurveyingRooms surveying = new SurveyingRooms();
                surveying.entities = session;
                surveying.views = browsing(session).views;
                assertEquals(
                        Integer.parseInt(limit),
                        surveying
                                .page(Drafts.ANN, "room", Paging.of(limit, null))
                                .rooms()
                                .size());
                assertEquals(4, factory.getStatistics().getPrepareStatementCount(), limit);
            }
        }
    }

    private static long statements(RoomList list) {
        try (Session session = factory.openSession()) {
            factory.getStatistics().clear();
            RoomsJson page = browsing(session).page(Drafts.ANN, list);
            assertEquals(list.paging().limit(), page.rooms().size());
            assertEquals("ann", page.rooms().get(0).owner());
            return factory.getStatistics().getPrepareStatementCount();
        }
    }

    private static BrowsingRooms browsing(Session session) {
        RoomFigures figures = new RoomFigures();
        figures.reads = reads(session);
        RoomViews views = new RoomViews();
        views.figures = figures;
        views.sanctions = new Sanctions();
        views.sanctions.reads = reads(session);
        views.activity = new SilentLogs();
        views.presence = roomId -> 0;
        views.people = people(session);
        BrowsingRooms browsing = new BrowsingRooms();
        browsing.reads = reads(session);
        browsing.views = views;
        return browsing;
    }

    private static Reads reads(Session session) {
        return new Reads() {
            @Override
            public <T> T get(Function<SharedSessionContract, T> statement) {
                return statement.apply(session);
            }
        };
    }

    /** Logs without messages. */
    private static final class SilentLogs implements RoomActivity {
        @Override
        public Map<Long, Activity> of(long accountId, Collection<Visit> visits) {
            return visits.stream()
                    .collect(Collectors.toMap(
                            visit -> visit.room().id(),
                            visit -> new Activity(visit.room().head(), null, 0, 0, 0, 0)));
        }

        @Override
        public Optional<Instant> lastPosted(Room room, long accountId) {
            return Optional.empty();
        }
    }
}
