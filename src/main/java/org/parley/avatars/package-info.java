/**
 * The pictures of people: choosing, showing and removing one. {@code files} stores them; an account has the id of its
 * picture.
 */
package org.parley.avatars;
