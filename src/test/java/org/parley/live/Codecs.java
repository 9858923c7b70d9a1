package org.parley.live;

import org.parley.system.Provided;

/** A codec with the parts that the container would inject. */
final class Codecs {
    private Codecs() {}

    static Codec usual() {
        Codec codec = new Codec();
        codec.json = Provided.json();
        return codec;
    }
}
