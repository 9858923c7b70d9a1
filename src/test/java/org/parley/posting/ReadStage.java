package org.parley.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.parley.accounts.Caller;
import org.parley.messages.Asked;
import org.parley.messages.EncodedMessages;
import org.parley.messages.History;
import org.parley.rooms.Door;
import org.parley.rooms.Room;
import org.parley.rooms.RoomJson;
import org.parley.rooms.RoomKey;
import org.parley.rooms.Stage;
import org.parley.rooms.Visit;
import org.parley.system.Threads;

/** Reads as REST calls do, and as the threads of a pool do. */
@ApplicationScoped
public class ReadStage {
    private static final int TIMES = 100;

    @Inject
    Stage stage;

    @Inject
    History history;

    @Inject
    Door door;

    @Inject
    Threads threads;

    private ExecutorService pool;

    /** Within a request, so that the pool's threads inherit what the server keeps with it. */
    @PostConstruct
    void begin() {
        pool = threads.pool("readers", 4);
    }

    /** The newest page. */
    History.Page page(Caller reader, Room room) {
        return history.page(reader, RoomKey.room(room.name()), Asked.newest(50));
    }

    /** The list of the person's rooms, if {@link TalkStage#fill} has made so many. */
    void seeAll(Caller member, int rooms) {
        List<RoomJson> list = stage.roomsOf(member);
        assertEquals(rooms, list.size());
        for (RoomJson room : list) {
            assertEquals(2, room.membership().orElseThrow().unread());
            assertEquals(1, room.membership().orElseThrow().mentions());
            String last = ((EncodedMessages.Encoded) room.lastMessage()).text().getValue();
            assertTrue(last.contains("\"replyTo\":{\"seq\":1,"), last);
        }
    }

    /** Who sees the room, if each of them looks many times and all at once. */
    List<Caller> seenAtOnce(Room room, List<Caller> callers) {
        List<CompletableFuture<Visit>> visits = callers.stream()
                .flatMap(caller -> Stream.generate(() -> caller).limit(TIMES))
                .map(caller -> CompletableFuture.supplyAsync(() -> door.see(caller, room.name()), pool))
                .toList();
        return visits.stream()
                .map(CompletableFuture::join)
                .filter(visit -> visit.room().id() == room.id())
                .map(visit -> visit.member() ? visit.caller() : null)
                .distinct()
                .toList();
    }

    @PreDestroy
    void end() {
        pool.shutdownNow();
    }
}
