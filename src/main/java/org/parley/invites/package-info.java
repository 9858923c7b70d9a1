/**
 * Links by which people join a room without being added one by one; they also open private rooms and rooms with a
 * password. This package decides only whether a link works; {@code rooms} makes the membership.
 */
package org.parley.invites;
