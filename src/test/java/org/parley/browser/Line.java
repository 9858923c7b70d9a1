package org.parley.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayList;
import java.util.List;

/** The connection between a page and its server. A test can cut and restore it while the rest of the network works. */
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

    /** Breaks open connections and refuses new ones. */
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
