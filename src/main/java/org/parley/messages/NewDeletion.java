package org.parley.messages;

/** That a message is to be deleted. @param target the message's number */
record NewDeletion(long target) implements Draft {}
