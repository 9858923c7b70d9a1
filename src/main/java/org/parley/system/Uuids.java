package org.parley.system;

import java.nio.ByteBuffer;
import java.util.UUID;

/** UUIDs in the form that the database stores: 16 octets in network order (RFC 9562, section 4). */
public final class Uuids {
    private static final int OCTETS = 16;

    private Uuids() {}

    /** Returns {@code null} for {@code null}. */
    public static UUID of(byte[] octets) {
        if (octets == null) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    public static byte[] octets(UUID uuid) {
        return ByteBuffer.allocate(OCTETS)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }
}
