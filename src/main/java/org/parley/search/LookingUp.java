package org.parley.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.AlreadyClosedException;
import org.parley.problems.Refusal;

/** Asks the index. Each search has a few seconds, and only some run at the same time. */
@ApplicationScoped
class LookingUp {
    private static final long PATIENCE_MILLIS = 3000;

    private final Semaphore turns =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    /**
     * The next hits, one more than a page has.
     *
     * @param after {@code null} for the first page
     * @throws Refusal {@code unavailable} if it takes too long, or the index cannot be read
     */
    List<Spot> find(Followers followers, Sought sought, FindingMessages.Reach reach, Spot after) {
        if (!turn()) {
            throw Refusal.unavailable();
        }
        try {
            followers.index().refreshForSearch();
            return followers.index().read(searcher -> find(searcher.getIndexReader(), sought, reach, after));
        } catch (ExitableDirectoryReader.ExitingReaderException late) {
            throw Refusal.unavailable();
        } catch (AlreadyClosedException closed) {
            // The server stops, or opens the index again.
            throw Refusal.unavailable();
        } catch (IOException unreadable) {
            followers.failed(unreadable);
            throw Refusal.unavailable();
        } finally {
            turns.release();
        }
    }

    private boolean turn() {
        try {
            return turns.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static List<Spot> find(IndexReader reader, Sought sought, FindingMessages.Reach reach, Spot after)
            throws IOException {
        if (reader.maxDoc() == 0) {
            return List.of();
        }
        QueryTimeout timeout = new QueryTimeoutImpl(PATIENCE_MILLIS);
        IndexSearcher searcher = new IndexSearcher(ExitableDirectoryReader.wrap((DirectoryReader) reader, timeout));
        searcher.setSimilarity(new Closeness());
        searcher.setQueryCache(null);
        searcher.setTimeout(timeout);
        Query query = Queries.of(sought, reach, latest(sought, after), searcher.getIndexReader());
        FieldDoc from = after == null ? null : after.hit(sought.best(), reader.maxDoc());
        TopFieldDocs found = searcher.search(
                query,
                new TopFieldCollectorManager(
                        Spot.order(sought.best()), sought.paging().limit() + 1, from, 1));
        if (searcher.timedOut()) {
            throw Refusal.unavailable();
        }
        return Arrays.stream(found.scoreDocs)
                .map(hit -> Spot.of((FieldDoc) hit, sought.best()))
                .toList();
    }

    /** So that newer documents than the next page has are skipped at once. */
    private static Long latest(Sought sought, Spot after) {
        Long latest = sought.before() == null ? null : Long.valueOf(sought.before() - 1);
        if (after == null || sought.best()) {
            return latest;
        }
        return Math.min(latest == null ? Long.MAX_VALUE : latest, after.time());
    }
}
