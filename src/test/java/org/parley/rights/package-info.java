/** Rights: every route and every frame, tried by every kind of person. */
package org.parley.rights;
