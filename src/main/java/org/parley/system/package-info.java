/**
 * The base of every feature: configuration, the data source, time, threads, ids, limits, health.
 */
package org.parley.system;
