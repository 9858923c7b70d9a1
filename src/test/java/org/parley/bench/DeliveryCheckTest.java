package org.parley.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Adds errors to a server's output and checks that they are found. */
class DeliveryCheckTest {
    private static final int RUN = 0x5eed;
    private static final long DUE = 1_000_000;
    private static final long NOW = 3_000_000;

    private final BenchRoom room = new BenchRoom("room");
    private final Tally tally = new Tally();
    private final Member ann = member(0);
    private final Member bob = member(1);

    @Test
    void what_comes_once_and_in_order_is_counted_and_timed_from_when_it_was_due() {
        say(2);
        hear(ann, message(1, 0), message(2, 1));
        hear(bob, message(1, 0), message(2, 1));
        assertEquals(4, tally.delivered);
        assertEquals(0, tally.doubled + tally.outOfOrder + tally.late + tally.errors);
        assertEquals(2, tally.latency.millis(.5), 0.05);
    }

    @Test
    void several_frames_in_one_text_are_all_heard() {
        say(3);
        hearText(
                ann,
                "[" + message(1, 0) + ",{\"type\":\"user_joined\",\"room\":\"room\"}," + message(2, 1) + ","
                        + message(3, 2) + "]");
        assertEquals(3, tally.delivered);
    }

    @Test
    void a_lost_message_is_missing_from_what_was_acknowledged() {
        say(3);
        hear(ann, sent(1, 0), sent(2, 1), sent(3, 2));
        hear(bob, message(1, 0), message(3, 2));
        assertEquals(5, tally.delivered);
        assertEquals(3, tally.acknowledged);
        assertEquals(0, DeliveryCheck.lost(room, ann.seen()));
        assertEquals(1, DeliveryCheck.lost(room, bob.seen()));
    }

    @Test
    void what_the_server_said_to_be_missing_is_not_lost() {
        say(3);
        hear(ann, sent(1, 0), sent(2, 1), sent(3, 2));
        hear(bob, "{\"type\":\"gap\",\"room\":\"room\",\"from\":1,\"to\":2}", message(3, 2));
        assertEquals(0, DeliveryCheck.lost(room, bob.seen()));
        assertEquals(1, tally.gaps);
    }

    @Test
    void a_double_is_found() {
        say(2);
        hear(ann, message(1, 0), message(2, 1), message(1, 0));
        assertEquals(2, tally.delivered);
        assertEquals(1, tally.doubled);
    }

    @Test
    void an_answer_to_what_came_as_a_message_before_is_a_double() {
        say(1);
        hear(ann, message(1, 0), sent(1, 0));
        assertEquals(1, tally.delivered);
        assertEquals(1, tally.doubled);
        assertEquals(1, tally.acknowledged);
    }

    @Test
    void an_order_other_than_the_first_readers_is_found() {
        say(3);
        hear(ann, message(1, 1), message(2, 0), message(3, 2));
        assertEquals(0, tally.outOfOrder, "numbers of senders are given out in no order");
        hear(bob, message(2, 0), message(1, 1), message(3, 2));
        assertEquals(1, tally.outOfOrder);
    }

    @Test
    void what_was_sent_in_an_earlier_window_is_late_and_no_delivery_of_this_one() {
        say(1);
        room.beginWindow();
        say(1);
        hear(ann, message(1, 0), message(2, 1));
        assertEquals(1, tally.delivered);
        assertEquals(1, tally.late);
    }

    @Test
    void what_an_earlier_run_or_other_people_said_is_not_counted() {
        say(1);
        String system = "{\"type\":\"new_message\",\"room\":\"room\",\"seq\":1,\"message\":{\"body\":\"\"}}";
        hear(ann, system, message(2, 0).replace("00005eed", "0000dead"));
        assertEquals(0, tally.delivered);
        assertEquals(1, tally.late);
        assertEquals(2, ann.seen().upTo());
    }

    @Test
    void a_refusal_is_counted_by_its_code() {
        hear(
                ann,
                "{\"type\":\"error\",\"ref\":\"1\",\"code\":\"unavailable\",\"detail\":\"\"}",
                "{\"type\":\"error\",\"ref\":\"2\",\"code\":\"muted\",\"detail\":\"\"}");
        assertEquals(2, tally.errors);
        assertEquals(1, tally.unavailable);
    }

    @Test
    void a_person_who_returns_says_the_number_up_to_which_they_have_all() {
        say(4);
        ann.joined(10);
        hear(ann, message(11, 0), sent(13, 2));
        assertEquals(11, ann.seen().upTo());
        hear(ann, message(12, 1), message(14, 3));
        assertEquals(14, ann.seen().upTo());
    }

    private Member member(int index) {
        Member member = new Member(index, room, RUN);
        member.counts(tally);
        member.now(NOW);
        return member;
    }

    private void say(int count) {
        for (int i = 0; i < count; i++) {
            room.take();
        }
    }

    private static String message(int seq, int number) {
        return frame("new_message\"", seq, number);
    }

    private static String sent(int seq, int number) {
        return frame("message_sent\",\"ref\":\"000000000000000f\"", seq, number);
    }

    private static String frame(String type, int seq, int number) {
        byte[] marker = new byte[Marker.LENGTH];
        Marker.write(marker, 0, RUN, DUE, number, 0);
        return "{\"type\":\"" + type + ",\"room\":\"room\",\"seq\":" + seq
                + ",\"message\":{\"room\":\"room\",\"sender\":{\"username\":\"~t{\"},\"body\":\""
                + new String(marker) + "xx\"}}";
    }

    private static void hear(Member member, String... frames) {
        for (String frame : frames) {
            hearText(member, frame);
        }
    }

    private static void hearText(Member member, String text) {
        byte[] bytes = Bytes.ascii(text);
        ServerFrames.hear(bytes, 0, bytes.length, member);
    }
}
