/**
 * Links by which people come into a room without being added one by one, into private ones too and past a password.
 * Decides only whether a link still holds: how somebody becomes a member is for {@code rooms} alone.
 */
package org.parley.invites;
