package org.parley.posting;

/** What somebody wants to add to a log, judged as far as that can be without the log. */
sealed interface Draft permits NewMessage, NewChange {}
