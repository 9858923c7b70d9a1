/**
 * The edge of the server, before anybody is authenticated: addresses behind proxies, origins, the size and pace of
 * bodies, the headers of every answer, JSON, and the files of the page.
 */
package org.parley.http;
