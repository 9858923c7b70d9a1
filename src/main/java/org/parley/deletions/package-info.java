/**
 * Deleting a message: who may do it, what stays of the message, and what its readers are told. A kind of change that
 * plugs into {@code messages} and {@code posting}.
 */
package org.parley.deletions;
