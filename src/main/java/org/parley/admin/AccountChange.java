package org.parley.admin;

/**
 * What an administrator wants of an account; {@code null} leaves as it is.
 *
 * @param password a new one, already judged
 */
record AccountChange(Boolean disabled, Boolean admin, String password) {}
