package org.parley.live;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.concurrent.Future;

/** A container that sends at once, or when it is told to; it costs nothing that would be measured beside it. */
final class StubRemote implements RemoteEndpoint.Async {
    private static final SendResult SENT = new SendResult();

    private final boolean atOnce;
    private SendHandler inFlight;
    private long characters;

    StubRemote(boolean atOnce) {
        this.atOnce = atOnce;
    }

    Session session() {
        return (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, arguments) -> this);
    }

    /** What is in flight has left. */
    void land() {
        SendHandler landed = inFlight;
        inFlight = null;
        if (landed != null) {
            landed.onResult(SENT);
        }
    }

    /** So that nothing that was written is optimised away. */
    long characters() {
        return characters;
    }

    @Override
    public void sendText(String text, SendHandler handler) {
        characters += text.length();
        if (atOnce) {
            handler.onResult(SENT);
        } else {
            inFlight = handler;
        }
    }

    @Override
    public long getSendTimeout() {
        return 0;
    }

    @Override
    public void setSendTimeout(long millis) {}

    @Override
    public Future<Void> sendText(String text) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Future<Void> sendBinary(ByteBuffer data) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void sendBinary(ByteBuffer data, SendHandler handler) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Future<Void> sendObject(Object object) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void sendObject(Object object, SendHandler handler) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setBatchingAllowed(boolean allowed) {}

    @Override
    public boolean getBatchingAllowed() {
        return false;
    }

    @Override
    public void flushBatch() {}

    @Override
    public void sendPing(ByteBuffer data) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void sendPong(ByteBuffer data) {
        throw new UnsupportedOperationException();
    }
}
