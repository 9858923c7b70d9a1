/** Who may do what: every route and every frame, asked by everybody whom a room may know. */
package org.parley.rights;
