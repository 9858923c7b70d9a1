package org.parley.bench;

import java.util.UUID;
import java.util.function.Supplier;

/** The bytes of a repeated request, in which only an id changes. */
final class HttpCall implements Supplier<byte[]> {
    private final byte[] bytes;
    private final int id;
    private int count;

    private HttpCall(byte[] bytes, int id) {
        this.bytes = bytes;
        this.id = id;
    }

    static HttpCall get(String host, String path, String token) {
        return new HttpCall(Bytes.ascii(head("GET", host, path, token) + "\r\n"), 0);
    }

    /** A request without a body. */
    static HttpCall put(String host, String path, String token) {
        return new HttpCall(Bytes.ascii(head("PUT", host, path, token) + "Content-Length: 0\r\n\r\n"), 0);
    }

    /** A message under an id of its own each time. */
    static HttpCall post(String host, String path, String token, String body) {
        String id = UUID.randomUUID().toString();
        String begin = "{\"clientId\":\"" + id.substring(0, 28);
        String json = begin + id.substring(28) + "\",\"body\":\"" + body + "\"}";
        String head = head("POST", host, path, token) + "Content-Type: application/json\r\nContent-Length: "
                + json.length() + "\r\n\r\n";
        return new HttpCall(Bytes.ascii(head + json), head.length() + begin.length());
    }

    private static String head(String method, String host, String path, String token) {
        return method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer " + token + "\r\n";
    }

    /** Valid until the next call. */
    @Override
    public byte[] get() {
        if (id > 0) {
            Bytes.hex(bytes, id, 8, ++count);
        }
        return bytes;
    }
}
