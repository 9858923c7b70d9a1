package org.parley.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/** One connection to the server, with incomplete input and unwritten output. */
abstract class Peer {
    private static final byte[] NOTHING = {};

    private final Loop loop;
    private SocketChannel channel;
    private SelectionKey key;
    private byte[] kept = NOTHING;
    private byte[] unsent = NOTHING;

    Peer(Loop loop) {
        this.loop = loop;
    }

    final Loop loop() {
        return loop;
    }

    final boolean open() {
        return channel != null && channel.isOpen();
    }

    final void connect() {
        kept = NOTHING;
        unsent = NOTHING;
        try {
            channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            key = channel.register(loop.selector, SelectionKey.OP_CONNECT, this);
            channel.connect(loop.server);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    final void serve(SelectionKey ready) {
        try {
            if (ready.isConnectable()) {
                channel.finishConnect();
                key.interestOps(SelectionKey.OP_READ);
                connected();
            }
            if (ready.isValid() && ready.isWritable()) {
                write(ByteBuffer.wrap(unsent));
            }
            if (ready.isValid() && ready.isReadable()) {
                read();
            }
        } catch (IOException failure) {
            end(failure.toString());
        }
    }

    private void read() throws IOException {
        byte[] bytes = loop.bytes;
        int before = kept.length;
        System.arraycopy(kept, 0, bytes, 0, before);
        int count = channel.read(loop.input.clear());
        if (count < 0) {
            end("end of stream");
            return;
        }
        loop.input.flip().get(bytes, before, count);
        loop.tick();
        read(count);
        int used = received(bytes, 0, before + count);
        int left = before + count - used;
        if (open() && left > bytes.length - loop.input.capacity()) {
            end("A frame is too large");
        }
        kept = left == 0 || !open() ? NOTHING : Arrays.copyOfRange(bytes, used, used + left);
    }

    /** What does not go out at once goes when the socket can take it. */
    final void send(ByteBuffer data) {
        try {
            if (unsent.length > 0) {
                byte[] both = Arrays.copyOf(unsent, unsent.length + data.remaining());
                data.get(both, unsent.length, data.remaining());
                unsent = both;
            } else {
                write(data);
            }
        } catch (IOException failure) {
            end(failure.toString());
        }
    }

    private void write(ByteBuffer data) throws IOException {
        boolean waited = unsent.length > 0;
        channel.write(data);
        unsent = NOTHING;
        if (data.hasRemaining()) {
            unsent = new byte[data.remaining()];
            data.get(unsent);
        }
        if (waited != unsent.length > 0) {
            key.interestOps(waited ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        }
    }

    /** From either side; what was not complete is forgotten. */
    final void end(String why) {
        if (open()) {
            cut();
            ended(why);
        }
    }

    /** Without a word to anybody. */
    final void cut() {
        try {
            channel.close();
        } catch (IOException gone) {
            // There is no connection any more, which was the purpose.
        }
    }

    abstract void connected();

    /** So many bytes came. */
    abstract void read(int count);

    /** @return how many bytes were complete and are done with */
    abstract int received(byte[] bytes, int from, int to);

    abstract void ended(String why);
}
