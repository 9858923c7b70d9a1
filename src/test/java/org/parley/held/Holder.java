package org.parley.held;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;

/**
 * A client that fetched a room, a conversation and its room list once, and has applied every frame since. It fetches a
 * room again only if a frame says that it is now a member. It leaves out what no frame tells: how many members a room
 * has, and its owner.
 */
final class Holder implements AutoCloseable {
    private static final List<String> OF_A_ROOM =
            List.of("id", "name", "topic", "emoji", "kind", "hasPassword", "archived", "slowModeSeconds", "createdAt");

    private static final List<String> OF_A_MEMBERSHIP =
            List.of("role", "readSeq", "deliveredSeq", "muted", "mutedUntil", "favourite", "notify");
    private static final List<String> OF_A_PARTY = List.of("readSeq", "deliveredSeq", "favourite", "notify");
    private static final List<String> CHOICES = List.of("favourite", "notify");
    private static final List<String> MARKS = List.of("readSeq", "deliveredSeq");
    private static final List<String> OF_A_LOG = List.of("head", "lastMessage");

    private final Person person;
    private final String roomId;
    private final Person other;
    private final LiveSocket rooms;
    private final LiveSocket own;
    private final Log log = new Log();
    private final Log talk = new Log();
    private final Map<String, JsonNode> listed = new TreeMap<>();
    private final Map<String, JsonNode> drafts = new TreeMap<>();
    private final ObjectNode party;
    private ObjectNode membership;
    private ObjectNode room;

    /** For a person who has talked with the other, and is in the room or may join it. */
    Holder(Person person, String roomId, Person other) {
        this.person = person;
        this.roomId = roomId;
        this.other = other;
        rooms = person.socket();
        own = person.privateSocket();
        // As every client does: receipts come only for conversations that a socket has caught up with.
        own.send(Json.of("type", "catch_up", "since", Json.of()));
        own.await("done");
        if (fetchedRoom().path("membership").isObject()) {
            enter();
        }
        party = picked(fetchedConversation().path("membership"), OF_A_PARTY);
        talk.fill(fetchedTalk());
        listed.putAll(fetchedList());
        drafts.putAll(fetchedDrafts());
    }

    private void enter() {
        rooms.join(roomId);
        JsonNode fetched = fetchedRoom();
        room = picked(fetched, OF_A_ROOM);
        membership = picked(fetched.path("membership"), OF_A_MEMBERSHIP);
        log.fill(fetchedLog());
    }

    private JsonNode fetchedRoom() {
        return person.get("rooms/" + roomId).json();
    }

    private JsonNode fetchedLog() {
        return person.get("rooms/" + roomId + "/messages?limit=200").expect(200);
    }

    private JsonNode fetchedTalk() {
        return person.get("direct/" + other.name() + "/messages?limit=200").expect(200);
    }

    private JsonNode fetchedConversation() {
        for (JsonNode each : person.get("direct").expect(200).path("conversations")) {
            if (each.path("peer").path("username").asText().equals(other.name())) {
                return each;
            }
        }
        throw new AssertionError(person.name() + " has no conversation with " + other.name());
    }

    private Map<String, JsonNode> fetchedList() {
        Map<String, JsonNode> list = new TreeMap<>();
        person.get("rooms?filter=joined&limit=200")
                .expect(200)
                .path("rooms")
                .forEach(each -> list.put(each.path("id").asText(), picked(each, OF_A_ROOM)));
        return list;
    }

    /** By the room's id or the other's name: a draft keeps its room under every name. */
    private Map<String, JsonNode> fetchedDrafts() {
        Map<String, JsonNode> fetched = new TreeMap<>();
        for (JsonNode each : person.get("drafts?limit=200").expect(200).path("drafts")) {
            fetched.put(place(each, fetchedList()), ((ObjectNode) each).without(List.of("room", "with")));
        }
        return fetched;
    }

    private static String place(JsonNode draft, Map<String, JsonNode> rooms) {
        return rooms.entrySet().stream()
                .filter(room -> room.getValue().path("name").equals(draft.path("room")))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> draft.path("with").asText());
    }

    private static ObjectNode picked(JsonNode from, List<String> fields) {
        ObjectNode picked = Json.of();
        fields.forEach(field -> picked.set(field, from.path(field)));
        return picked;
    }

    /** The client's state after all received frames are applied. */
    JsonNode held() {
        drain(rooms, this::heardInRoom);
        drain(own, this::heardPrivately);
        ObjectNode all =
                Json.of("list", listed, "talk", talk.all(), "conversation", summary(party, talk), "drafts", drafts);
        if (room != null) {
            all.set("room", room.deepCopy().setAll(summary(membership, log)));
            all.set("messages", log.all());
        }
        return asRead(all);
    }

    private ObjectNode summary(ObjectNode member, Log of) {
        return of.summary(person.name(), member.path("readSeq").asLong()).setAll(member);
    }

    /** The same state, fetched. A person who is no longer a member need not hold the room. */
    JsonNode fetched() {
        ObjectNode all = Json.of("list", fetchedList(), "talk", fetchedTalk().path("messages"));
        all.set("conversation", summary(fetchedConversation(), OF_A_PARTY));
        all.set("drafts", Json.of("drafts", fetchedDrafts()).path("drafts"));
        JsonNode now = fetchedRoom();
        if (now.path("membership").isObject()) {
            all.set("room", picked(now, OF_A_ROOM).setAll(summary(now, OF_A_MEMBERSHIP)));
            all.set("messages", fetchedLog().path("messages"));
        }
        return asRead(all);
    }

    /** Converts every number to the type that Jackson reads. */
    private static JsonNode asRead(JsonNode tree) {
        return Json.read(tree.toString());
    }

    private static ObjectNode summary(JsonNode fetched, List<String> ofMembership) {
        ObjectNode summary = picked(fetched, OF_A_LOG);
        summary.set("unread", fetched.path("membership").path("unread"));
        return summary.setAll(picked(fetched.path("membership"), ofMembership));
    }

    private static void drain(LiveSocket socket, Consumer<JsonNode> taken) {
        JsonNode frame = socket.nextWithin(Duration.ZERO);
        while (frame != null) {
            taken.accept(frame);
            frame = socket.nextWithin(Duration.ZERO);
        }
    }

    private void heardInRoom(JsonNode frame) {
        switch (frame.path("type").asText()) {
            case "new_message" -> {
                log.apply(frame);
                happened(frame.path("message").path("system"));
            }
            case "message_edited",
                    "message_deleted",
                    "reaction_added",
                    "reaction_removed",
                    "message_pinned",
                    "message_unpinned" -> log.apply(frame);
            case "room_updated" -> {
                room = picked(frame.path("update"), OF_A_ROOM);
                log.rename(room.path("name"));
            }
            case "muted" -> muted(true, frame.path("until"));
            case "kicked", "banned", "room_deleted" -> room = null;
            case "receipt" -> marked(frame, membership);
            default -> {
                // Changes nothing that is held.
            }
        }
    }

    private void happened(JsonNode system) {
        if (system.path("target").asText().equals(person.name())) {
            switch (system.path("action").asText()) {
                case "role" -> membership.set("role", system.path("value"));
                case "unmute" -> muted(false, system.path("value"));
                default -> {
                    // A separate frame tells this.
                }
            }
        }
    }

    private void muted(boolean muted, JsonNode until) {
        membership.put("muted", muted).set("mutedUntil", until);
    }

    private void marked(JsonNode receipt, ObjectNode held) {
        if (receipt.path("username").asText().equals(person.name())) {
            held.setAll(picked(receipt, MARKS));
        }
    }

    private void heardPrivately(JsonNode frame) {
        boolean talked = frame.path("with").asText().equals(other.name());
        switch (frame.path("type").asText()) {
            case "private_message",
                    "message_edited",
                    "message_deleted",
                    "reaction_added",
                    "reaction_removed",
                    "message_pinned",
                    "message_unpinned" -> {
                if (talked) {
                    talk.apply(frame);
                }
            }
            case "receipt" -> {
                if (talked) {
                    marked(frame, party);
                }
            }
            case "draft" -> drafted(place(frame, listed), frame.path("draft"));
            case "notification" -> notified(frame);
            default -> {
                // Changes nothing that is held.
            }
        }
    }

    private void drafted(String place, JsonNode draft) {
        if (draft.isNull()) {
            drafts.remove(place);
        } else {
            drafts.put(place, draft);
        }
    }

    private void notified(JsonNode frame) {
        String id = frame.path("id").asText();
        switch (frame.path("kind").asText()) {
            case "added", "joined" -> {
                listed.put(id, picked(person.get("rooms/" + id).json(), OF_A_ROOM));
                if (id.equals(roomId)) {
                    enter();
                }
            }
            case "left", "kicked", "banned" -> {
                listed.remove(id);
                drafts.remove(id);
                room = id.equals(roomId) ? null : room;
            }
            case "room" -> changed(id, frame.path("update"));
            case "membership" -> {
                if (id.equals(roomId) && room != null) {
                    membership.setAll(picked(frame, CHOICES));
                } else if (frame.path("with").asText().equals(other.name())) {
                    party.setAll(picked(frame, CHOICES));
                }
            }
            default -> {
                // The room's own socket tells this.
            }
        }
    }

    private void changed(String id, JsonNode update) {
        if (update.isNull()) {
            listed.remove(id);
            drafts.remove(id);
        } else {
            listed.put(id, picked(update, OF_A_ROOM));
        }
    }

    @Override
    public void close() {
        rooms.close();
        own.close();
    }
}
