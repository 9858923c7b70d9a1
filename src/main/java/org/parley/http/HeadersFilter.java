package org.parley.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sets the headers of every response: what a browser may do with it, and how long it may cache it. */
public class HeadersFilter extends HttpFilter {
    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    /** Browser features that the page never uses. They are off, so that injected code cannot use them either. */
    private static final String UNUSED =
            "camera=(), microphone=(), geolocation=(), display-capture=(), payment=(), usb=(),"
                    + " serial=(), bluetooth=(), hid=(), midi=()";

    private String contentSecurityPolicy;
    private String build;

    @Override
    public void init(FilterConfig filter) throws ServletException {
        super.init(filter);
        contentSecurityPolicy = "default-src 'none'; script-src 'self'" + importMapHash(filter)
                + "; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; manifest-src 'self'"
                + "; worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
                + "; require-trusted-types-for 'script'; trusted-types lit-html parley";
        build = build(filter);
    }

    /** The only inline script of the page is its import map. Its hash is computed from the page that is served. */
    private static String importMapHash(FilterConfig filter) throws ServletException {
        try (InputStream page = filter.getServletContext().getResourceAsStream("/index.html")) {
            Matcher map =
                    IMPORT_MAP.matcher(page == null ? "" : new String(page.readAllBytes(), StandardCharsets.UTF_8));
            if (!map.find()) {
                return "";
            }
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(map.group(1).getBytes(StandardCharsets.UTF_8));
            return " 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (IOException | NoSuchAlgorithmException broken) {
            throw new ServletException(broken);
        }
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
        response.setHeader("Content-Security-Policy", contentSecurityPolicy);
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
     * A library's path contains its version, so it never changes. The page is revalidated each time. API answers are
     * not stored.
     */
    private static String cacheControl(String path) {
        if (path.startsWith("/lib/")) {
            return "public, max-age=31536000, immutable";
        }
        return path.startsWith("/api/") ? "no-store" : "no-cache";
    }
}
