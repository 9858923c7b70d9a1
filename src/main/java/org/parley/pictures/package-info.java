/**
 * Makes pictures that people upload safe to show: it looks at their size before anything is decoded, applies their
 * orientation, removes their metadata and makes thumbnails. It knows nothing of messages or people.
 */
package org.parley.pictures;
