/**
 * The administration of the whole server: accounts, rooms, figures, and what administrators have done. Nobody else gets in
 * here; what is changed is changed by the packages that own it.
 */
package org.parley.admin;
