/**
 * What every feature stands on: configuration, the database's door, time, threads, JSON, and the REST application.
 * Also what speaks for the whole server: health and the headers of every answer.
 */
package org.parley.system;
