package org.parley.problems;

/** What is wrong with one field of a request; both values go to the client. */
public record FieldError(String field, String message) {}
