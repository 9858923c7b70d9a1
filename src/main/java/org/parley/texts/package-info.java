/**
 * What people type, made safe before it is judged or stored: names (NFKC, look-alikes) and free text (NFC, length).
 * Knows no feature; every field that a person fills passes here.
 */
package org.parley.texts;
