/**
 * Refusals: every expected failure is a {@link org.parley.problems.Refusal} with a code of the contract. This package
 * turns refusals and unexpected failures into problem documents (RFC 9457), which reveal nothing about the inside of
 * the server.
 */
package org.parley.problems;
