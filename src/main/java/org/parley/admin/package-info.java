/**
 * The administration of the whole server: accounts, rooms, figures, and what administrators have done. Nobody else gets in
 * here.
 */
package org.parley.admin;
