package org.parley.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.store.LockObtainFailedException;
import org.junit.jupiter.api.Test;

/** What happens to an index whose files are not as they should be. */
class IndexFolderTest extends AnIndex {
    @Test
    void an_index_of_another_database_is_built_again() throws IOException {
        keepOne();
        reopen("another");
        assertEquals(Map.of(), index.positions());
    }

    @Test
    void an_index_that_is_broken_anywhere_is_built_again() throws IOException {
        keepOne();
        index.close();
        for (Path file : files()) {
            byte[] good = Files.readAllBytes(file);
            try (RandomAccessFile broken = new RandomAccessFile(file.toFile(), "rw")) {
                broken.seek(good.length / 2);
                broken.write(good[good.length / 2] ^ 0x55);
            }
            reopen("one");
            assertEquals(Map.of(), index.positions(), file + " was broken");
            keepOne();
            index.close();
        }
    }

    @Test
    void an_index_with_a_short_or_missing_file_is_built_again() throws IOException {
        keepOne();
        index.close();
        Path longest = files().stream()
                .filter(file -> !file.getFileName().toString().startsWith("segments"))
                .findFirst()
                .orElseThrow();
        Files.write(longest, new byte[3]);
        reopen("one");
        assertEquals(Map.of(), index.positions());
        keepOne();
        index.close();
        Files.delete(files().stream()
                .filter(file -> file.toString().endsWith(".cfs"))
                .findFirst()
                .orElseThrow());
        reopen("one");
        assertEquals(Map.of(), index.positions());
    }

    @Test
    void an_index_of_a_newer_version_is_built_again() throws IOException {
        keepOne();
        index.close();
        Path commit = files().stream()
                .filter(file -> file.getFileName().toString().startsWith("segments"))
                .findFirst()
                .orElseThrow();
        try (RandomAccessFile newer = new RandomAccessFile(commit.toFile(), "rw")) {
            // After the magic number and the name of the codec.
            newer.seek(4 + 1 + "segments".length());
            newer.writeInt(1000);
        }
        reopen("one");
        assertEquals(Map.of(), index.positions());
    }

    @Test
    void a_second_server_does_not_get_the_same_folder() {
        assertThrows(LockObtainFailedException.class, () -> Index.open(folder, "one"));
    }

    @Test
    void a_place_that_is_no_folder_is_refused_and_nothing_of_it_is_lost() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "precious");
        assertThrows(IOException.class, () -> Index.open(file, "one"));
        assertEquals("precious", Files.readString(file));
    }

    private void keepOne() throws IOException {
        index.put(List.of(Said.entry(1, "tea")));
        index.reached(Said.ROOM, 1);
        index.commit();
        assertEquals(Map.of(Said.ROOM, 1L), index.positions());
    }

    /** As after a kill: nothing is committed at the end. */
    private void reopen(String database) throws IOException {
        index.close();
        index = Index.open(folder, database);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all =
                    files.filter(file -> !file.endsWith("write.lock")).sorted().toList();
            assertTrue(all.size() > 1, all.toString());
            return all;
        }
    }
}
