package org.parley.search;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NIOFSDirectory;
import org.parley.system.DataFolder;

/** The files of the index, with its writer and its readers. Only one server at a time can have them open. */
final class IndexFolder implements Closeable {
    private static final System.Logger LOG = System.getLogger(IndexFolder.class.getName());
    /** Raise it when entries get other fields or words: then each index is built again. */
    private static final String FORMAT = "3";

    private static final String FORMAT_KEY = "format";
    private static final String DATABASE_KEY = "database";
    private static final String WRITE_LOCK = IndexWriter.WRITE_LOCK_NAME;
    /** What the writer keeps in memory, in MiB: usually, and while an index is built. */
    private static final double MEMORY = 16;

    private static final double MUCH_MEMORY = 64;
    /** How many merges may wait before the writer waits for them. */
    private static final int MERGES = 4;

    private final Directory directory;
    private final Merges merges = new Merges();
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private IndexFolder(Directory directory, String database) throws IOException {
        this.directory = directory;
        this.writer = new IndexWriter(directory, config());
        try {
            judgeOrigin(database);
            this.searchers = new SearcherManager(writer, new Searchers());
            judgeFiles();
            writer.setLiveCommitData(
                    Map.of(FORMAT_KEY, FORMAT, DATABASE_KEY, database).entrySet());
        } catch (IOException | RuntimeException | Error failure) {
            letGo(writer, failure);
            throw failure;
        }
    }

    private IndexWriterConfig config() {
        return new IndexWriterConfig()
                .setRAMBufferSizeMB(MEMORY)
                .setSimilarity(new Closeness())
                .setIndexSort(Spot.order(false))
                .setMergeScheduler(merges)
                .setCommitOnClose(false);
    }

    private static void letGo(IndexWriter writer, Throwable failure) {
        try {
            writer.rollback();
        } catch (IOException | RuntimeException also) {
            failure.addSuppressed(also);
        }
    }

    static IndexFolder open(Path path, String database) throws IOException {
        DataFolder.make(path);
        Directory directory = directory(path);
        try {
            return open(directory, path, database);
        } catch (IOException | RuntimeException | Error failure) {
            directory.close();
            throw failure;
        }
    }

    private static IndexFolder open(Directory directory, Path path, String database) throws IOException {
        try {
            return new IndexFolder(directory, database);
        } catch (IOException | RuntimeException failure) {
            if (!unreadable(failure)) {
                throw failure;
            }
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The index of the search in " + path + " cannot be used and is built again: " + failure);
            clear(directory);
            return new IndexFolder(directory, database);
        }
    }

    /** Mapped files are faster. A container whose class loader does not know them gets the other kind. */
    private static Directory directory(Path path) throws IOException {
        try {
            return FSDirectory.open(path);
        } catch (LinkageError unknown) {
            return new NIOFSDirectory(path);
        }
    }

    /** Whether another try would end in the same way, because of what is in the files. */
    private static boolean unreadable(Throwable failure) {
        return failure instanceof CorruptIndexException
                || failure instanceof IndexFormatTooNewException
                || failure instanceof IndexFormatTooOldException
                || failure instanceof EOFException
                || failure instanceof FileNotFoundException
                || failure instanceof NoSuchFileException
                || failure instanceof IllegalArgumentException
                || failure instanceof ForeignIndexException;
    }

    /** The index is of another database, or of another version of Parley. */
    private static final class ForeignIndexException extends IOException {
        ForeignIndexException(String message) {
            super(message);
        }
    }

    private void judgeOrigin(String database) throws IOException {
        if (writer.getDocStats().maxDoc == 0) {
            return;
        }
        Map<String, String> known = new HashMap<>();
        writer.getLiveCommitData().forEach(entry -> known.put(entry.getKey(), entry.getValue()));
        if (!FORMAT.equals(known.get(FORMAT_KEY))) {
            throw new ForeignIndexException("another version of Parley has written it");
        }
        if (!database.equals(known.get(DATABASE_KEY))) {
            throw new ForeignIndexException("it belongs to another database");
        }
    }

    /** Reads all files once: a part that is read only by some searches would fail much later. */
    private void judgeFiles() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            for (LeafReaderContext leaf : searcher.getLeafContexts()) {
                leaf.reader().checkIntegrity();
            }
        } finally {
            searchers.release(searcher);
        }
    }

    private static void clear(Directory directory) throws IOException {
        for (String file : directory.listAll()) {
            if (!file.equals(WRITE_LOCK)) {
                directory.deleteFile(file);
            }
        }
    }

    /** @param much comes soon */
    void expect(boolean much) {
        writer.getConfig().setRAMBufferSizeMB(much ? MUCH_MEMORY : MEMORY);
    }

    /** @throws IOException if a merge in the background has failed since the index was opened */
    void judgeMerges() throws IOException {
        if (merges.failure != null) {
            throw new IOException("Parts of the index could not be merged", merges.failure);
        }
    }

    IndexWriter writer() {
        return writer;
    }

    SearcherManager searchers() {
        return searchers;
    }

    @Override
    public void close() throws IOException {
        try (directory;
                searchers) {
            writer.rollback();
        }
    }

    /** One thread merges small parts into larger ones, so that the other one can go on indexing. */
    private static final class Merges extends ConcurrentMergeScheduler {
        private volatile Throwable failure;

        Merges() {
            setMaxMergesAndThreads(MERGES, 1);
        }

        @Override
        protected void handleMergeException(Throwable thrown) {
            failure = thrown;
        }
    }

    private static final class Searchers extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(new Closeness());
            // Rooms and times differ from search to search, so there is nothing to keep.
            searcher.setQueryCache(null);
            return searcher;
        }
    }
}
