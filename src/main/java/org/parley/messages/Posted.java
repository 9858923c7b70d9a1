package org.parley.messages;

/** @param repeated whether this is the first message again, and nothing was stored */
public record Posted(Logged message, boolean repeated) {}
