package org.parley.admin;

/**
 * The changes that an administrator wants to make to an account. {@code null} leaves a property as it is.
 *
 * @param password a new password that was already checked
 */
record AccountChange(Boolean disabled, Boolean admin, String password) {}
