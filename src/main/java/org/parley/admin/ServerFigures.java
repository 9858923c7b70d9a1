package org.parley.admin;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.parley.accounts.ListingAccounts;
import org.parley.posting.PostingMessages;
import org.parley.problems.Refusal;
import org.parley.rooms.SurveyingRooms;
import org.parley.search.FollowingLogs;
import org.parley.system.Configuration;
import org.parley.system.Starting;
import org.parley.system.Version;

/** Figures about the whole server that reveal nothing about single people. */
@ApplicationScoped
class ServerFigures {
    @Inject
    ListingAccounts accounts;

    @Inject
    SurveyingRooms rooms;

    @Inject
    PostingMessages posting;

    @Inject
    FollowingLogs search;

    @Inject
    Configuration configuration;

    @Inject
    Clock clock;

    @Resource(lookup = "java:app/jdbc/parley")
    DataSource database;

    private volatile Instant started = Instant.EPOCH;

    void start(@Observes Starting starting) {
        started = clock.instant();
    }

    /**
     * The figures of this moment. From {@code waiting} on they describe this server only.
     *
     * @param online people with an open socket on any server; {@code sockets} counts those sockets
     * @param messages all numbers that rooms and conversations have given
     * @param waiting messages that wait for a commit
     * @param search the index of the search
     * @param heapUsed bytes, like all figures of memory and disk
     * @param diskFree bytes free where the data folder is
     */
    record FiguresJson(
            long accounts,
            long disabled,
            long admins,
            long online,
            long sockets,
            long rooms,
            long conversations,
            long messages,
            int waiting,
            FollowingLogs.State search,
            Instant startedAt,
            long uptimeSeconds,
            String version,
            String database,
            String java,
            int processors,
            long heapUsed,
            long heapMost,
            long diskFree) {}

    /** Runs three statements. */
    FiguresJson now() {
        ListingAccounts.Counts people = accounts.counts();
        SurveyingRooms.Counts said = rooms.counts();
        Runtime machine = Runtime.getRuntime();
        return new FiguresJson(
                people.accounts(),
                people.disabled(),
                people.admins(),
                people.online(),
                people.sockets(),
                said.rooms(),
                said.conversations(),
                said.messages(),
                posting.waiting(),
                search.state(),
                started,
                Duration.between(started, clock.instant()).toSeconds(),
                Version.TEXT,
                databaseKind(),
                Runtime.version().version().stream().map(String::valueOf).collect(Collectors.joining(".")),
                machine.availableProcessors(),
                machine.totalMemory() - machine.freeMemory(),
                machine.maxMemory(),
                diskFree());
    }

    /** The product and version. MariaDB speaks MySQL's protocol, but its version text contains its name. */
    private String databaseKind() {
        try (Connection connection = database.getConnection()) {
            DatabaseMetaData known = connection.getMetaData();
            String version = known.getDatabaseProductVersion();
            String product = version.contains("MariaDB") ? "MariaDB" : known.getDatabaseProductName();
            return product + " " + version.replaceFirst("^5\\.5\\.5-", "").replaceFirst("[^0-9.].*", "");
        } catch (SQLException unreachable) {
            throw Refusal.unavailable();
        }
    }

    private long diskFree() {
        try {
            return Files.getFileStore(configuration.dataFolder()).getUsableSpace();
        } catch (IOException unknown) {
            return -1;
        }
    }
}
