/** Compares what clients hold after applying frames with what they would fetch. */
package org.parley.held;
