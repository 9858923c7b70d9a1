package org.parley.takeout;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.parley.accounts.Caller;
import org.parley.accounts.OwnData;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.sessions.LivingSessions;
import org.parley.system.FloodLimits;
import org.parley.system.Paging;
import org.parley.system.Transactions;

/**
 * Writes all data of the caller as one zip. It reads page by page, each in a transaction of its own, so a slow reader
 * holds up nobody and needs little memory. It ends with the caller's session.
 */
@ApplicationScoped
class TakingOut {
    /** Bounds the memory: a page has at most as many messages of 8000 code points. */
    private static final String PAGE = "100";
    /** Each holds a thread of the server for as long as its reader takes. */
    private static final int MOST_AT_ONCE = 8;

    private static final Duration LATER = Duration.ofMinutes(1);

    @Inject
    @Any
    Instance<OwnData> parts;

    @Inject
    LivingSessions sessions;

    @Inject
    FloodLimits limits;

    @Inject
    Transactions transactions;

    @Inject
    ObjectMapper json;

    /** The accounts whose data is being written. */
    private final Set<Long> running = ConcurrentHashMap.newKeySet();

    /** @throws Refusal {@code rate_limited}, also while another download of the caller runs; {@code unavailable} */
    void admit(Caller caller) {
        refuseSecond(running.contains(caller.accountId()));
        if (running.size() >= MOST_AT_ONCE) {
            throw Refusal.later(Code.UNAVAILABLE, "Several people are downloading their data. Try again later.", LATER);
        }
        limits.take(FloodLimits.Kind.OWN_DATA, caller.accountId());
    }

    private static void refuseSecond(boolean runs) {
        if (runs) {
            throw Refusal.later(Code.RATE_LIMITED, "A download of your data is already running.", LATER);
        }
    }

    /** Writes the zip. If it fails half-way, the zip stays incomplete, and no program takes it for whole. */
    void write(Caller caller, OutputStream out) throws IOException {
        refuseSecond(!running.add(caller.accountId()));
        try (Archive archive = new Archive(out, json)) {
            write(caller, archive);
        } finally {
            running.remove(caller.accountId());
        }
    }

    private void write(Caller caller, Archive archive) throws IOException {
        List<OwnData> all =
                parts.stream().sorted(Comparator.comparing(OwnData::name)).toList();
        archive.explain();
        for (OwnData part : all) {
            archive.begin(part.name());
            each(caller, paging -> part.records(caller, paging), archive::line);
            archive.end();
        }
        for (OwnData part : all) {
            each(caller, paging -> part.files(caller, paging), archive::file);
        }
        archive.finish();
    }

    private interface Sink<T> {
        void take(T item) throws IOException;
    }

    private <T> void each(Caller caller, Function<Paging, OwnData.Page<? extends T>> reading, Sink<T> sink)
            throws IOException {
        String cursor = null;
        do {
            if (sessions.of(Set.of(caller.sessionId())).isEmpty()) {
                throw new IOException("The session has ended");
            }
            Paging paging = Paging.of(PAGE, cursor);
            OwnData.Page<? extends T> page = transactions.run(() -> reading.apply(paging));
            for (T item : page.items()) {
                sink.take(item);
            }
            cursor = page.next();
        } while (cursor != null);
    }
}
