/**
 * Editing a message: who may do it, what is kept, and what its readers are told. It is a kind of change that plugs
 * into {@code messages} and {@code posting}.
 */
package org.parley.edits;
