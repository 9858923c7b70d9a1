package org.parley.system;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.MariaDBDialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolver;

/**
 * Finds the dialect of a MariaDB. Connector/J reports every server as MySQL, and a MariaDB reports its version as
 * {@code 5.5.5-10.11.14-MariaDB}, so that Hibernate would take it for a MySQL of 2010.
 */
public final class MariaDbDialects implements DialectResolver {
    private static final long serialVersionUID = 1;
    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})-MariaDB");

    /** {@code null} for any other database; then Hibernate decides. */
    @Override
    public Dialect resolveDialect(DialectResolutionInfo info) {
        Matcher version = VERSION.matcher(String.valueOf(info.getDatabaseVersion()));
        return version.find() ? new MariaDBDialect(of(version)) : null;
    }

    private static DatabaseVersion of(Matcher version) {
        return DatabaseVersion.make(number(version, 1), number(version, 2), number(version, 3));
    }

    private static int number(Matcher version, int group) {
        return Integer.parseInt(version.group(group));
    }
}
