package org.parley.system;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables to the version of this WAR, from the scripts in {@code sql/}; JPA creates nothing. */
@ApplicationScoped
class Schema {
    @Resource(lookup = "java:app/jdbc/parley")
    DataSource database;

    void migrate() {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
