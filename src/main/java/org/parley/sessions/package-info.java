/**
 * Signing in and staying signed in: registration (also of the first administrator), sessions, tokens and their key, the
 * cookie by which a page shows files, and the filters that authenticate requests and refuse those without the right.
 */
package org.parley.sessions;
