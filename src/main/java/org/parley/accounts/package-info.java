/**
 * People: their accounts, names and profiles, how they are shown to others, their passwords, and who is asking.
 */
package org.parley.accounts;
