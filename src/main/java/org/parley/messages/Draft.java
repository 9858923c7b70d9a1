package org.parley.messages;

/** What somebody wants to add to a log, judged as far as that can be without the log. */
public sealed interface Draft permits NewMessage, NewDeletion {}
