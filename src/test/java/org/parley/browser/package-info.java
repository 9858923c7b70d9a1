/**
 * The page in a real browser, with a real server: what people see and can do. The models' decisions are tested under
 * {@code src/test/js}, without browser and server.
 */
package org.parley.browser;
