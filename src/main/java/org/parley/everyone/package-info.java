/**
 * {@code @all} and {@code @here}: where they mention everybody, and whom they mentioned. What a message's readers see
 * of it belongs to {@code messages}, the counts belong to {@code reading}.
 */
package org.parley.everyone;
