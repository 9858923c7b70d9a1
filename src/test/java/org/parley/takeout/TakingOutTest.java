package org.parley.takeout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Instance;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Caller;
import org.parley.accounts.OwnData;
import org.parley.harness.Requests;
import org.parley.harness.Stub;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.sessions.LivingSessions;
import org.parley.system.Paging;
import org.parley.system.Transactions;

/** The download reads page by page. One runs at a time for a person, and it ends with the session. */
class TakingOutTest {
    private static final int PAGES = 40;

    private final Caller ann = new Caller(1, "ann", "Ann", false, UUID.randomUUID(), "::1");
    private final TakingOut takingOut = new TakingOut();
    private final List<String> asked = new ArrayList<>();
    private boolean inTransaction;
    private boolean signedIn = true;

    /** Pages of records that no compression makes much smaller. */
    private final class Noise implements OwnData {
        private final Random random = new Random(7);

        @Override
        public String name() {
            return "noise";
        }

        @Override
        public Page<String> records(Caller caller, Paging paging) {
            assertTrue(inTransaction);
            asked.add(String.valueOf(paging.after()));
            int next = asked.size();
            byte[] octets = new byte[1000];
            List<String> lines = IntStream.range(0, paging.limit())
                    .mapToObj(i -> {
                        random.nextBytes(octets);
                        return new String(octets, StandardCharsets.ISO_8859_1);
                    })
                    .toList();
            return new Page<>(lines, next == PAGES ? null : Paging.cursor(Integer.toString(next)));
        }

        @Override
        public Page<Content> files(Caller caller, Paging paging) {
            return new Page<>(List.of(new Content("gone", Path.of("nowhere", "at", "all"))), null);
        }
    }

    @BeforeEach
    void ann_has_data() {
        takingOut.parts = Stub.of(Instance.class, Map.of("stream", none -> Stream.of(new Noise())));
        takingOut.json = new ObjectMapper();
        takingOut.limits = Requests.limits(3);
        takingOut.sessions = new LivingSessions() {
            @Override
            public Set<UUID> of(Set<UUID> sessions) {
                return signedIn ? sessions : Set.of();
            }
        };
        takingOut.transactions = new Transactions() {
            @Override
            public <T> T run(Supplier<T> work) {
                inTransaction = true;
                try {
                    return work.get();
                } finally {
                    inTransaction = false;
                }
            }
        };
    }

    @Test
    void a_page_is_read_when_the_reader_has_taken_the_one_before_and_no_transaction_waits_for_it() throws IOException {
        takingOut.write(ann, new Reader() {
            @Override
            void took(long octets) {
                assertFalse(inTransaction);
                // A page has about 140 KiB; what is on its way is less than two of them.
                assertTrue(asked.size() <= octets / 100_000 + 3, asked.size() + " pages after " + octets);
            }
        });
        assertEquals(PAGES, asked.size());
    }

    @Test
    void one_download_runs_at_a_time_for_a_person() throws IOException {
        takingOut.admit(ann);
        takingOut.write(ann, new Reader() {
            @Override
            void took(long octets) {
                assertEquals(Code.RATE_LIMITED, refused(ann));
                assertThrows(Refusal.class, () -> takingOut.write(ann, OutputStream.nullOutputStream()));
            }
        });
        assertEquals(PAGES, asked.size());
        assertNull(refused(ann));
    }

    @Test
    void a_person_downloads_only_so_often() {
        for (int i = 0; i < 3; i++) {
            assertNull(refused(ann));
        }
        assertEquals(Code.RATE_LIMITED, refused(ann));
    }

    private Code refused(Caller caller) {
        try {
            takingOut.admit(caller);
            return null;
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    @Test
    void it_ends_with_the_session_and_leaves_no_whole_zip() throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        assertThrows(
                IOException.class,
                () -> takingOut.write(ann, new Reader() {
                    @Override
                    void took(long count) {
                        signedIn = false;
                    }

                    @Override
                    public void write(byte[] from, int offset, int length) {
                        octets.write(from, offset, length);
                        super.write(from, offset, length);
                    }
                }));
        assertTrue(asked.size() < PAGES);
        assertNull(refused(ann), "the next one may begin");
        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(octets.toByteArray()));
        assertThrows(IOException.class, () -> {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                zip.readAllBytes();
            }
        });
    }

    /** Tells how much it has got. */
    private abstract static class Reader extends OutputStream {
        private long octets;

        abstract void took(long count);

        @Override
        public void write(int octet) {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            octets += length;
            took(octets);
        }
    }
}
