package org.parley.http;

import jakarta.servlet.ServletContext;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files of the page. The list is computed from the files that are served, so that no build can forget to update it.
 *
 * @param build changes as soon as a byte of any file changes
 * @param files the Subresource Integrity digest of each file that the service worker keeps, by its address relative to
 *     the page
 */
record Shell(String build, Map<String, String> files) {
    private static final String ATTRIBUTE = Shell.class.getName();

    /**
     * The names of all emoji in each language, and the parsers that colour code: together larger than the rest of the
     * page, and few visitors need them at once.
     */
    private static final List<String> LATER = List.of("app/parts/data.", "app/parts/code-languages-");

    /** The shell of this application, made when it is first asked for. */
    static synchronized Shell of(ServletContext context) throws IOException {
        Shell known = (Shell) context.getAttribute(ATTRIBUTE);
        if (known == null) {
            known = made(context);
            context.setAttribute(ATTRIBUTE, known);
        }
        return known;
    }

    private static Shell made(ServletContext context) throws IOException {
        Map<String, String> files = new TreeMap<>();
        add(files, context, "/app/");
        files.put("./", integrity(read(context, "/index.html")));
        String build = HexFormat.of().formatHex(sha256(files.toString().getBytes(StandardCharsets.UTF_8)), 0, 8);
        // The service worker does not cache itself.
        files.remove(WorkerServlet.SOURCE.substring(1));
        files.keySet().removeIf(path -> LATER.stream().anyMatch(path::startsWith));
        return new Shell(build, files);
    }

    private static void add(Map<String, String> files, ServletContext context, String folder) throws IOException {
        Set<String> paths = context.getResourcePaths(folder);
        for (String path : paths == null ? Set.<String>of() : paths) {
            if (path.endsWith("/")) {
                add(files, context, path);
            } else {
                files.put(path.substring(1), integrity(read(context, path)));
            }
        }
    }

    static byte[] read(ServletContext context, String path) throws IOException {
        try (InputStream file = context.getResourceAsStream(path)) {
            if (file == null) {
                throw new FileNotFoundException(path);
            }
            return file.readAllBytes();
        }
    }

    private static String integrity(byte[] file) {
        return "sha256-" + Base64.getEncoder().encodeToString(sha256(file));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
