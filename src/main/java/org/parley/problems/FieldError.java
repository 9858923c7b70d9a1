package org.parley.problems;

/** What is wrong with one field of a request. The client gets both values. */
public record FieldError(String field, String message) {}
