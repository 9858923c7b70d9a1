/**
 * The edge of the server, before anybody knows who asks: addresses behind proxies, origins, the size and pace of bodies, the
 * headers of every answer, JSON, and which files are the page.
 */
package org.parley.http;
