package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Caller;
import org.parley.accounts.Passwords;
import org.parley.accounts.Payer;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.system.Configuration;
import org.parley.system.FloodLimits;
import org.parley.system.FloodLimits.Kind;

/** How often a room's password may be guessed. */
class JoiningRoomsTest {
    private static final String HERE = "198.51.100.1";
    private static final String THERE = "198.51.100.2";

    private final JoiningRooms joining = new JoiningRooms();

    @BeforeEach
    void a_room_with_a_password_that_nobody_knows() {
        Map<Kind, FloodLimits.Rate> rates = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            // No token comes back during a test.
            rates.put(kind, new FloodLimits.Rate(kind.usual().atOnce(), Duration.ofDays(1)));
        }
        joining.limits = new FloodLimits(configuration(rates));
        joining.door = new Door() {
            @Override
            public Visit see(Caller caller, String room) {
                return Drafts.stranger(caller, Drafts.withPassword(Drafts.room("public")));
            }
        };
        joining.passwords = new Passwords() {
            @Override
            public boolean matches(String password, String hash, Payer payer) {
                return false;
            }
        };
    }

    @Test
    void a_user_guesses_five_times_wherever_they_are() {
        guess(5, 1, HERE, Code.WRONG_ROOM_PASSWORD);
        guess(1, 1, HERE, Code.RATE_LIMITED);
        guess(1, 1, THERE, Code.RATE_LIMITED);
        guess(1, 2, HERE, Code.WRONG_ROOM_PASSWORD);
    }

    @Test
    void an_address_guesses_twenty_times_whatever_the_accounts() {
        for (int user = 1; user <= 5; user++) {
            guess(4, user, HERE, Code.WRONG_ROOM_PASSWORD);
        }
        guess(1, 6, HERE, Code.RATE_LIMITED);
        guess(5, 6, THERE, Code.WRONG_ROOM_PASSWORD);
    }

    private void guess(int times, long user, String address, Code answer) {
        Caller caller = new Caller(user, "user" + user, "", false, new UUID(0, user), address);
        for (int i = 0; i < times; i++) {
            Refusal refused = assertThrows(Refusal.class, () -> joining.join(caller, "tea", "wrong"));
            assertEquals(answer, refused.code());
        }
    }

    private static Configuration configuration(Map<Kind, FloodLimits.Rate> rates) {
        return new Configuration(
                new Configuration.Database("jdbc:h2:mem:none", "sa", ""),
                Path.of("nowhere"),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                true,
                rates,
                Map.of(),
                Optional.empty(),
                Configuration.PASSWORD_MEMORY,
                2,
                new Configuration.Files(
                        Path.of("nowhere"),
                        Configuration.Files.MOST_OCTETS,
                        Configuration.Files.MOST_OCTETS_OF_ROOM,
                        Optional.empty()));
    }
}
