package org.parley.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sets the headers of every response: what a browser may do with it, and how long it may cache it. */
public class HeadersFilter extends HttpFilter {
    /** Browser features that the page never uses. They are off, so that injected code cannot use them either. */
    private static final String UNUSED =
            "camera=(), microphone=(), geolocation=(), display-capture=(), payment=(), usb=(),"
                    + " serial=(), bluetooth=(), hid=(), midi=()";

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:"
                    + "; connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-ancestors 'none'"
                    + "; base-uri 'none'; form-action 'self'"
                    + "; require-trusted-types-for 'script'; trusted-types lit-html parley";

    private String build;

    @Override
    public void init(FilterConfig filter) throws ServletException {
        super.init(filter);
        build = build(filter);
    }

    private static String build(FilterConfig filter) throws ServletException {
        try {
            return Shell.of(filter.getServletContext()).build();
        } catch (IOException broken) {
            throw new ServletException(broken);
        }
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", UNUSED);
        String path = request.getRequestURI().substring(request.getContextPath().length());
        response.setHeader("Cache-Control", cacheControl(path));
        if (path.equals("/") || path.equals("/index.html")) {
            // Tells the page's service worker whether its cache belongs to the page that the server now serves.
            response.setHeader("Parley-Build", build);
        }
        chain.doFilter(request, response);
    }

    /**
     * The name of a part of the page contains its digest, so it never changes. The rest of the page is revalidated each
     * time. API answers are not stored.
     */
    private static String cacheControl(String path) {
        if (path.startsWith("/app/parts/")) {
            return "public, max-age=31536000, immutable";
        }
        return path.startsWith("/api/") ? "no-store" : "no-cache";
    }
}
