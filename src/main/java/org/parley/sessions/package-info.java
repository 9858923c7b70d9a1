/**
 * Signing in and staying signed in: registration (the first administrator's included), sessions, tokens and their key,
 * and the filters that authenticate a request and refuse those who may not make it.
 */
package org.parley.sessions;
