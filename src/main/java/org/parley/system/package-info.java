/**
 * What every feature stands on: configuration, the database's door, time, threads, ids, limits, health.
 */
package org.parley.system;
