package org.parley.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;

/** The database commits, but the connection breaks before the server learns of it. */
@Tag("networked")
class LostCommitIT {
    private final Breakable broken = Breakable.get();
    private final Cast cast = broken.cast();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final String room = ann.createRoom(cast.unique("tea"));

    @AfterEach
    void mend() {
        broken.toDatabase().mend();
    }

    @Test
    void a_commit_whose_answer_is_lost_reaches_the_listeners_without_another_message() {
        bob.join(room);
        Draft draft = Draft.in(room, cast.unique("the answer to this is lost"));
        try (LiveSocket anns = ann.socket();
                LiveSocket bobs = bob.socket()) {
            anns.join(room);
            bobs.join(room);
            broken.toDatabase().loseAnswer(() -> new CommitOf(draft.body()));
            JsonNode answer =
                    anns.ask("send_message", "room", room, "clientId", draft.clientId(), "body", draft.body());
            assertEquals("unavailable", answer.path("code").asText());
            long told = System.nanoTime();
            assertEquals(
                    draft.clientId(),
                    bobs.await("new_message").path("message").path("clientId").asText());
            Measured.print("A commit whose answer was lost reached a listener", told);
            assertEquals(1, anns.await("new_message").path("seq").asInt(), "also who was told nothing of it");
            assertEquals(1, repeated(anns, draft.repeated()).path("seq").asInt());
            assertEquals(
                    draft.body(), repeated(anns, draft.repeated()).path("body").asText());
            assertEquals(2, anns.say(room, "the next").path("seq").asInt());
            assertEquals(2, bobs.await("new_message").path("seq").asInt(), "and nothing twice");
        }
        Following.assertResumes(bob, room, 0, 2);
    }

    @Test
    void a_member_whose_leaving_was_committed_without_an_answer_hears_nothing_more() {
        bob.join(room);
        try (LiveSocket anns = ann.socket();
                LiveSocket bobs = bob.socket()) {
            anns.join(room);
            bobs.join(room);
            broken.toDatabase().loseAnswer(() -> new CommitOf("delete from membership"));
            bob.delete("rooms/" + room + "/members/me").refused(503, "unavailable");
            anns.await("user_left");
            ann.post(room, "now he is gone");
            anns.await("new_message");
            bobs.assertNone("new_message");
        }
    }

    private static JsonNode repeated(LiveSocket socket, Draft draft) {
        return socket.say(draft.place().name(), draft.clientId(), draft.body());
    }

    /** Recognises, on one connection, the COMMIT that follows a statement with these words. */
    private static final class CommitOf implements Predicate<byte[]> {
        /** The head of a packet: its length in three bytes, its number, and the command "query". */
        private static final int HEAD = 5;

        private final String words;
        private boolean written;

        CommitOf(String words) {
            this.words = words;
        }

        @Override
        public boolean test(byte[] piece) {
            String text = new String(piece, StandardCharsets.ISO_8859_1);
            written |= text.contains(words);
            return written
                    && text.length() == HEAD + "commit".length()
                    && text.substring(HEAD).equalsIgnoreCase("commit");
        }
    }
}
