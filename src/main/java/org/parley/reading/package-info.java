/**
 * How far people have read: their marks, and what is unread, in every room's list and figures.
 */
package org.parley.reading;
