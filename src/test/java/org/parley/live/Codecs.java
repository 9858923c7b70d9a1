package org.parley.live;

import org.parley.system.Provisions;

/** What the container would inject. */
final class Codecs {
    private Codecs() {}

    static Codec usual() {
        Codec codec = new Codec();
        codec.json = new Provisions().json();
        return codec;
    }
}
