package org.parley.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class MentionsTest {
    @Test
    void a_name_ends_with_what_cannot_be_of_it() {
        for (String text : new String[] {"@bob", "@bob!", "(@bob)", "hi @bob, hi", "@bob's", "@@bob", "\n@bob\n"}) {
            assertEquals(Set.of("bob"), Mentions.names(text), text);
        }
    }

    @Test
    void a_full_stop_may_end_the_sentence_or_the_name() {
        assertEquals(Set.of("bob.", "bob"), Mentions.names("ask @bob."));
        assertEquals(Set.of("bob_-", "bob"), Mentions.names("@bob_-"));
        assertEquals(Set.of("bob.ross"), Mentions.names("@bob.ross"));
    }

    @Test
    void a_name_is_folded_as_names_are() {
        assertEquals(Set.of("bob"), Mentions.names("@BOB"));
        assertEquals(Set.of("jürgen"), Mentions.names("@Jürgen"));
        assertEquals(Set.of("日本"), Mentions.names("@日本"));
    }

    @Test
    void an_address_is_no_mention() {
        for (String text : new String[] {"", "bob", "ann@bob", "a.b@bob.org", "@", "@ bob", "@b", "x_@bob"}) {
            assertTrue(Mentions.names(text).isEmpty(), text);
        }
    }

    @Test
    void a_word_that_is_too_long_mentions_nobody_by_its_beginning() {
        assertEquals(Set.of("x".repeat(32)), Mentions.names("@" + "x".repeat(32)));
        assertTrue(Mentions.names("@" + "x".repeat(33)).isEmpty());
    }

    @Test
    void a_message_mentions_no_crowd() {
        StringBuilder crowd = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            crowd.append("@user").append(i).append(' ');
        }
        assertEquals(50, Mentions.names(crowd.toString()).size());
    }

    @Test
    void two_words_mean_everybody_and_all_wins() {
        assertEquals("all", everyone("@All, please!"));
        assertEquals("here", everyone("(@HERE)."));
        assertEquals("all", everyone("@here and @all"));
        for (String text : new String[] {"all", "@allison", "@all-hands", "`@all`", "x@here", "```\n@here\n```"}) {
            assertNull(everyone(text), text);
        }
    }

    private static String everyone(String text) {
        return Mentions.everyone(Mentions.names(text));
    }

    @Test
    void a_name_in_code_is_no_mention() {
        assertEquals(Set.of("bob"), Mentions.names("`@cem` and @bob\n```\n@dora\n```"));
    }
}
