/**
 * The administration of the whole server: accounts, rooms, figures, and the audit log of administrators. Only
 * administrators may use it.
 */
package org.parley.admin;
