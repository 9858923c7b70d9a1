package org.parley.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Serves the page's service worker, at the root because a worker controls only the addresses below its own. The list of
 * cached files stands before its code, so each build has a different worker, and the browser notices a new build.
 */
@WebServlet("/worker.js")
public class WorkerServlet extends HttpServlet {
    static final String SOURCE = "/app/worker.js";

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String shell = JSON.writeValueAsString(Shell.of(getServletContext()));
        String code = new String(Shell.read(getServletContext(), SOURCE), StandardCharsets.UTF_8);
        response.setContentType("text/javascript;charset=UTF-8");
        response.getWriter().print("self.shell = " + shell + ";\n" + code);
    }
}
