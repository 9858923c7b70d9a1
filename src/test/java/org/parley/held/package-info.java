/** What clients hold because they apply frames, against what they would fetch. */
package org.parley.held;
