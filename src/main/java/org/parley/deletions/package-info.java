/**
 * Deleting a message: who may, what stays of it, and what its readers are told. One kind of change that plugs into
 * {@code messages} and {@code posting}.
 */
package org.parley.deletions;
