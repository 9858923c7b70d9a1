package org.parley.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayList;
import java.util.List;

/** The wire between a page and its server, which can be cut and mended while the rest of the network goes on. */
final class Line {
    private static final int GOING_AWAY = 1012;

    private final List<WebSocketRoute> open = new ArrayList<>();
    private boolean cut;

    Line(BrowserContext context) {
        context.routeWebSocket("**/live/**", this::connect);
    }

    private void connect(WebSocketRoute socket) {
        if (cut) {
            close(socket);
        } else {
            open.add(socket);
            socket.connectToServer();
        }
    }

    /** Breaks what is open and lets nothing new through. */
    void cut() {
        cut = true;
        open.forEach(Line::close);
        open.clear();
    }

    void mend() {
        cut = false;
    }

    private static void close(WebSocketRoute socket) {
        socket.close(new WebSocketRoute.CloseOptions().setCode(GOING_AWAY));
    }
}
