/**
 * People delete their own account. It is gone at once; what it is in rooms ends after that, one room after the other,
 * also if the server is stopped meanwhile.
 */
package org.parley.departures;
