package org.parley.system;

import jakarta.enterprise.context.ApplicationScoped;
import org.flywaydb.core.Flyway;

/** Brings the tables to the version of this WAR with the scripts in {@code sql/}. JPA creates nothing. */
@ApplicationScoped
class Schema {
    void migrate() {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(ParleyDataSource.patient())
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
