package org.parley.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.parley.messages.Log;

/**
 * The messages that can be found, and how far each room's log is in here. Both get onto the disk by the same commit: so
 * after a kill, exactly what is missing is read from the logs again. A message has one entry, however often it is put.
 *
 * <p>One thread changes it, and any may read. A method that fails with an {@code IOException} leaves the index unusable
 * until it is opened again.
 */
final class Index implements Closeable {
    static final String ROOM = "room";
    static final String SEQ = "seq";
    static final String TIME = "time";
    static final String FROM = "from";
    static final String KIND = "kind";
    static final String HAS = "has";
    static final String TEXT = "text";

    private static final long REFRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private static final String ID = "id";
    /** The fields of the documents that say how far a room's log is in here. */
    private static final String LOG = "log";

    private static final String LOG_ROOM = "logRoom";
    private static final String REACHED = "reached";

    private final IndexFolder folder;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Terms terms = new Terms();
    private long refreshed = System.nanoTime() - REFRESH_NANOS;
    /** How far the logs are in here whose position was not yet seen by a commit. */
    private final Map<Long, Long> moved = new ConcurrentHashMap<>();

    private Index(IndexFolder folder) throws IOException {
        this.folder = folder;
        this.writer = folder.writer();
        this.searchers = folder.searchers();
    }

    /**
     * Opens the index, and makes a new one if it cannot be read.
     *
     * @param database whose logs it follows; an index of another one is replaced
     * @throws IOException if the folder cannot be used, or another server uses it
     */
    static Index open(Path folder, String database) throws IOException {
        return new Index(IndexFolder.open(folder, database));
    }

    /** @param entries replace what is known of these messages */
    void put(Collection<Entry> entries) throws IOException {
        for (Entry entry : entries) {
            writer.updateDocument(id(entry.place()), document(entry));
        }
    }

    /** @param entries of messages without an entry. Nothing looks for former ones, which would take long for many. */
    void add(Collection<Entry> entries) throws IOException {
        for (Entry entry : entries) {
            writer.addDocument(document(entry));
        }
    }

    void remove(Collection<Log.Place> places) throws IOException {
        for (Log.Place place : places) {
            writer.deleteDocuments(id(place));
        }
    }

    /** All up to this number is in here. */
    void reached(long roomId, long seq) {
        moved.merge(roomId, seq, Math::max);
    }

    /** Removes all that is known of a room. */
    void forget(long roomId) throws IOException {
        moved.remove(roomId);
        writer.deleteDocuments(new Term(ROOM, name(roomId)), log(roomId));
    }

    /** Removes everything. */
    void clear() throws IOException {
        moved.clear();
        writer.deleteAll();
        refresh();
    }

    /** The number up to which a room's log is in here; 0 if nothing is. */
    long position(long roomId) throws IOException {
        Long latest = moved.get(roomId);
        return latest != null ? latest : read(searcher -> position(searcher, roomId));
    }

    private static long position(IndexSearcher searcher, long roomId) throws IOException {
        TopDocs found = searcher.search(new TermQuery(log(roomId)), 1);
        if (found.scoreDocs.length == 0) {
            return 0;
        }
        int document = found.scoreDocs[0].doc;
        List<LeafReaderContext> leaves = searcher.getLeafContexts();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        NumericDocValues reached = leaf.reader().getNumericDocValues(REACHED);
        return reached.advanceExact(document - leaf.docBase) ? reached.longValue() : 0;
    }

    /** How far each log is in here, as of the last commit. */
    Map<Long, Long> positions() throws IOException {
        return read(searcher -> {
            Map<Long, Long> positions = new HashMap<>();
            for (LeafReaderContext leaf : searcher.getLeafContexts()) {
                addPositions(leaf.reader(), positions);
            }
            return positions;
        });
    }

    private static void addPositions(LeafReader leaf, Map<Long, Long> positions) throws IOException {
        NumericDocValues rooms = leaf.getNumericDocValues(LOG_ROOM);
        NumericDocValues reached = leaf.getNumericDocValues(REACHED);
        while (rooms != null && rooms.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            boolean lives = leaf.getLiveDocs() == null || leaf.getLiveDocs().get(rooms.docID());
            if (lives && reached.advanceExact(rooms.docID())) {
                positions.put(rooms.longValue(), reached.longValue());
            }
        }
    }

    /**
     * Lets searches find what was put up to now, or up to a moment ago. Each time, a part of the index is written and
     * later merged, so the searches ask for this, and only now and then. From any thread.
     */
    synchronized void refreshForSearch() throws IOException {
        if (System.nanoTime() - refreshed >= REFRESH_NANOS) {
            refresh();
        }
    }

    /** Lets searches find what was put up to now. */
    synchronized void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
        refreshed = System.nanoTime();
    }

    /** Brings everything onto the disk. */
    void commit() throws IOException {
        Map<Long, Long> written = Map.copyOf(moved);
        for (Map.Entry<Long, Long> log : written.entrySet()) {
            writer.updateDocument(log(log.getKey()), document(log.getKey(), log.getValue()));
        }
        writer.commit();
        refresh();
        written.forEach(moved::remove);
        folder.judgeMerges();
    }

    /** A part of a search, with the index as it is at this moment. */
    interface Reading<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    <T> T read(Reading<T> reading) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return reading.in(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /** @param much comes soon. More of it is kept in memory then, so that less has to be merged. */
    void expect(boolean much) {
        folder.expect(much);
    }

    /** Whether it can take no more, because of an earlier failure. */
    boolean broken() {
        return !writer.isOpen();
    }

    /** Lets go of the folder. What was not committed is read from the logs again. */
    @Override
    public void close() throws IOException {
        folder.close();
    }

    private static Term id(Log.Place place) {
        return new Term(ID, name(place.roomId()) + ':' + name(place.seq()));
    }

    private static Term log(long roomId) {
        return new Term(LOG, name(roomId));
    }

    /** An id as a term. */
    static String name(long id) {
        return Long.toString(id, Character.MAX_RADIX);
    }

    private static Document document(long roomId, long reached) {
        Document document = new Document();
        document.add(new StringField(LOG, name(roomId), Field.Store.NO));
        document.add(new NumericDocValuesField(LOG_ROOM, roomId));
        document.add(new NumericDocValuesField(REACHED, reached));
        return document;
    }

    private Document document(Entry entry) {
        Document document = new Document();
        document.add(new StringField(ID, id(entry.place()).text(), Field.Store.NO));
        document.add(new StringField(ROOM, name(entry.place().roomId()), Field.Store.NO));
        document.add(new NumericDocValuesField(ROOM, entry.place().roomId()));
        document.add(new NumericDocValuesField(SEQ, entry.place().seq()));
        document.add(new NumericDocValuesField(TIME, entry.time()));
        document.add(new StringField(FROM, name(entry.senderId()), Field.Store.NO));
        document.add(new StringField(KIND, entry.kind(), Field.Store.NO));
        entry.has().forEach(part -> document.add(new StringField(HAS, part, Field.Store.NO)));
        document.add(new TextField(TEXT, terms.of(entry.texts())));
        return document;
    }
}
