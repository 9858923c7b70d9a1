/**
 * Signing in and staying signed in: registration (the first administrator's included), sessions, tokens and their key, and
 * the filters that find out who asks and turn away those who may not.
 */
package org.parley.sessions;
