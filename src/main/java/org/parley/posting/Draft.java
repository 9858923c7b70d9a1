package org.parley.posting;

/** A message or a change that a person wants to add to a log. It is checked as far as possible without the log. */
sealed interface Draft permits NewMessage, NewChange {}
