/**
 * The page in a real browser, against a real server: what people see and can do. What the models decide is tested under
 * {@code src/test/js}, without either.
 */
package org.parley.browser;
