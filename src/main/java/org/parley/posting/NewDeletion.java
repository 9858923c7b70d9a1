package org.parley.posting;

/** That a message is to be deleted. @param target the message's number */
record NewDeletion(long target) implements Draft {}
