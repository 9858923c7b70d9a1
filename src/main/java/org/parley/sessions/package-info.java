/**
 * Signing in and staying signed in: registration (also of the first administrator), sessions, tokens and their key, and
 * the filters that authenticate requests and refuse those without the right.
 */
package org.parley.sessions;
