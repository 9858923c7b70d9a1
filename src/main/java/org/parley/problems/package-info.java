/**
 * Says no: every expected failure is a {@link org.parley.problems.Refusal} with a code of the contract.
 * Translates refusals and accidents into problem documents (RFC 9457) that show nothing of the server's inside.
 */
package org.parley.problems;
