package org.parley.live;

/** What goes to a client as one JSON object. */
interface Frame {
    String type();
}
