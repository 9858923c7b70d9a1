/**
 * The outer layer of the server, before authentication: addresses behind proxies, origins, size and pace of bodies,
 * response headers, JSON, and the files of the page.
 */
package org.parley.http;
