package org.parley.posting;

import org.parley.messages.ChangeKind;

/** That a message is to be changed. @param target the message's number @param value empty where the kind needs none */
record NewChange(ChangeKind kind, long target, String value) implements Draft {}
