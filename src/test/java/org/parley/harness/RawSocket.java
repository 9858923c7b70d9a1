package org.parley.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A socket that is used byte by byte, for input that no correct client sends, and for a client that does not read. */
public final class RawSocket implements Closeable {
    public static final int CONTINUATION = 0;
    public static final int TEXT = 1;
    public static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int LOST = 1006;
    private static final URI ROOMS = URI.create("/live/rooms");
    private static final URI PRIVATE = URI.create("/live/private");
    private static final int PATIENCE_MILLIS = 90_000;

    /** Masking is required by the protocol but hides nothing. With zeros the bytes stay as they are. */
    private static final byte[] MASK = new byte[4];

    private final Socket socket = new Socket();
    private final URI path;
    private final DataInputStream in;
    private final DataOutputStream out;
    private volatile boolean broken;

    private RawSocket(Rest client, URI path, int receiveBuffer) throws IOException {
        this.path = path;
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(
                new InetSocketAddress(client.base().getHost(), client.base().getPort()));
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(socket.getOutputStream());
    }

    public static RawSocket open(Person person) {
        return open(person, 0);
    }

    /** @param receiveBuffer how many unread bytes this side may hold, or 0 for the system's choice */
    public static RawSocket open(Person person, int receiveBuffer) {
        return open(person, ROOMS, receiveBuffer);
    }

    /** The same on {@code live/private}. */
    public static RawSocket openPrivate(Person person, int receiveBuffer) {
        return open(person, PRIVATE, receiveBuffer);
    }

    private static RawSocket open(Person person, URI path, int receiveBuffer) {
        try {
            RawSocket opened = new RawSocket(person, path, receiveBuffer);
            opened.shakeHands(person);
            return opened;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sends a GET request and reads nothing of the answer. @param headers whole lines */
    public static RawSocket asking(Person person, String path, int receiveBuffer, String... headers) {
        String further = String.join(
                "", Stream.of(headers).map(header -> header + "\r\n").toList());
        return requesting(person, "GET", person.base().getPath() + path, receiveBuffer, further, "");
    }

    /** A request with a body that the server waits for. */
    public static RawSocket unfinished(Person person) {
        String headers = "Content-Type: application/json\r\nContent-Length: 1000\r\n";
        return requesting(person, "POST", "/api/rooms/main/members", 0, headers, "{");
    }

    private static RawSocket requesting(
            Person person, String method, String path, int receiveBuffer, String headers, String body) {
        try {
            RawSocket opened = new RawSocket(person, URI.create(path), receiveBuffer);
            opened.request(person, method, headers, body);
            return opened;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void request(Person person, String method, String headers, String body) throws IOException {
        String own = person.ownHeaders().entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining());
        String request = method + " " + path + " HTTP/1.1\r\nHost: "
                + person.base().getAuthority() + "\r\n" + own + headers + "\r\n" + body;
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private void shakeHands(Person person) throws IOException {
        String upgrade = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
        request(person, "GET", upgrade, "");
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            answer.append((char) in.readUnsignedByte());
        }
        if (!answer.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException("The handshake was answered " + answer);
        }
    }

    public RawSocket text(String text) {
        return frame(TEXT, true, text.getBytes(StandardCharsets.UTF_8));
    }

    public RawSocket frame(int opcode, boolean last, byte[] payload) {
        try {
            declare(opcode, last, payload.length);
            out.write(payload);
            out.flush();
        } catch (IOException closedMeanwhile) {
            // The close frame, which can still be read, tells the reason.
            broken = true;
        }
        return this;
    }

    /** Sends WebSocket pings with {@code length} bytes each (at most 125), which the answer repeats. */
    public RawSocket pings(int count, int length) {
        byte[] frame = new byte[2 + MASK.length + length];
        frame[0] = (byte) (0x80 | PING);
        frame[1] = (byte) (0x80 | length);
        ByteBuffer all = ByteBuffer.allocate(count * frame.length);
        while (all.hasRemaining()) {
            all.put(frame);
        }
        return send(all.array());
    }

    /** Sends bytes of a frame whose head was declared before. */
    public RawSocket send(byte[]... parts) {
        try {
            for (byte[] part : parts) {
                out.write(part);
            }
        } catch (IOException closedMeanwhile) {
            broken = true;
        }
        return this;
    }

    /** Sends a frame's head with any claimed length. */
    public RawSocket declare(int opcode, boolean last, long length) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream head = new DataOutputStream(bytes);
            head.writeByte((last ? 0x80 : 0) | opcode);
            head.writeByte(0x80 | 127);
            head.writeLong(length);
            head.write(MASK);
            out.write(bytes.toByteArray());
            out.flush();
        } catch (IOException closedMeanwhile) {
            broken = true;
        }
        return this;
    }

    /** Whether something could not be sent. */
    public boolean broken() {
        return broken;
    }

    /** The objects of the next text frame. */
    public List<JsonNode> nextFrames() {
        try {
            while (true) {
                int opcode = in.readUnsignedByte() & 0x0f;
                byte[] payload = new byte[length(in.readUnsignedByte())];
                in.readFully(payload);
                if (opcode == CLOSE) {
                    throw new AssertionError(
                            "The server closed with " + ((payload[0] & 0xff) << 8 | payload[1] & 0xff));
                }
                if (opcode == TEXT) {
                    JsonNode message = Json.read(new String(payload, StandardCharsets.UTF_8));
                    List<JsonNode> frames = new ArrayList<>();
                    (message.isArray() ? message : List.of(message)).forEach(frames::add);
                    frames.forEach(frame -> FrameCheck.received(path, frame));
                    return frames;
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Nothing came", failure);
        }
    }

    /** Reads until the server closes; returns the close code. */
    public int closeCode() {
        try {
            while (true) {
                int opcode = in.readUnsignedByte() & 0x0f;
                byte[] payload = new byte[length(in.readUnsignedByte())];
                in.readFully(payload);
                if (opcode == CLOSE) {
                    return (payload[0] & 0xff) << 8 | payload[1] & 0xff;
                }
            }
        } catch (EOFException | SocketException noCode) {
            return LOST;
        } catch (IOException failure) {
            throw new UncheckedIOException("The server did not close", failure);
        }
    }

    private int length(int head) throws IOException {
        return switch (head & 0x7f) {
            case 126 -> in.readUnsignedShort();
            case 127 -> (int) in.readLong();
            default -> head & 0x7f;
        };
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
