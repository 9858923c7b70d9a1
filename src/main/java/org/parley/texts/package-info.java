/**
 * Makes typed text safe before it is checked or stored: names (NFKC, look-alikes) and free text (NFC, length). Knows no
 * feature; every field that a person fills in passes through here.
 */
package org.parley.texts;
