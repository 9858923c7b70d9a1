/**
 * Files that people attach to messages: uploading, storing, reading and removing them. Their bytes are in a folder,
 * what is known about them is in a table. A person may read a file through the room in which it was posted.
 */
package org.parley.files;
