package org.parley.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import org.parley.harness.Person;

/** A call with a large body or a large answer. It waits for the server, and costs the generator little. */
final class LargeCall {
    private static final int PATIENCE_MILLIS = 600_000;

    private LargeCall() {}

    /** @param path below {@code api/} @return the answer */
    static String post(Person person, String path, String type, byte[] body) {
        return answered(person, path, call -> {
            call.setRequestMethod("POST");
            call.setDoOutput(true);
            call.setRequestProperty("Content-Type", type);
            call.setFixedLengthStreamingMode(body.length);
            try (OutputStream out = call.getOutputStream()) {
                out.write(body);
            }
            try (InputStream in = call.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        });
    }

    /** @param range of octets, as a header has it; {@code null} for all @return how many octets came */
    static long get(Person person, String path, String range, OutputStream into) {
        return answered(person, path, call -> {
            if (range != null) {
                call.setRequestProperty("Range", range);
            }
            try (InputStream in = call.getInputStream()) {
                return in.transferTo(into);
            }
        });
    }

    private interface Call<T> {
        T in(HttpURLConnection connection) throws IOException;
    }

    /** An answer that is an error ends the workload: its figures would mean nothing. */
    private static <T> T answered(Person person, String path, Call<T> call) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    person.base().resolve("api/" + path).toURL().openConnection();
            connection.setReadTimeout(PATIENCE_MILLIS);
            connection.setRequestProperty("Authorization", "Bearer " + person.token());
            return call.in(connection);
        } catch (IOException failure) {
            throw new UncheckedIOException(path, failure);
        }
    }
}
