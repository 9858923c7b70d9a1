package org.parley.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.parley.sessions.CountingChanges;
import org.parley.system.FloodLimits;

/** Gives a resource method a limit of its own in place of the limit for changes: see {@link CountingChanges}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface CountsAs {
    FloodLimits.Kind value();
}
