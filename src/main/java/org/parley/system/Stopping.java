package org.parley.system;

/** The server goes away: sockets say so, what waits is finished. By {@code @Priority}: 100 live, 200 messages. */
public record Stopping() {}
