/**
 * What every feature stands on: configuration, the database's door, time, threads, JSON, and the REST application.
 * Also what speaks for the whole server: flood limits, health, the headers of every answer, and which files are the page.
 */
package org.parley.system;
