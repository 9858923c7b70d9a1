package org.parley.posting;

import org.parley.messages.ChangeKind;

/** A change of a message. @param target the message's number @param value empty if the kind needs none */
record NewChange(ChangeKind kind, long target, String value) implements Draft {}
