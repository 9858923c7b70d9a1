package org.parley.messages;

import java.util.Collection;
import java.util.Map;

/** Tells which files messages have, where one line stands for a message. The package of files knows. */
public interface QuotedFiles {
    /** By the place of the message; a message without files is absent. A fixed number of statements, or none. */
    Map<Log.Place, Details.Files> of(Collection<Log.Place> places);
}
