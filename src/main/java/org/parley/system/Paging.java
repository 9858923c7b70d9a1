package org.parley.system;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.parley.problems.Refusal;

/**
 * Which part of a list is asked for. Every list of the contract is paged by {@code limit} (default 50, above 200 means
 * 200, below 1 is refused) and an opaque {@code cursor}, which here is the sort key of the last row shown.
 *
 * @param after the sort key after which the page begins, or {@code null} for the first page
 */
public record Paging(int limit, String after) {
    private static final int DEFAULT = 50;
    private static final int MOST = 200;

    /** @throws Refusal {@code invalid_request} naming the parameter that is wrong */
    public static Paging of(String limit, String cursor) {
        return new Paging(limit(limit), cursor == null || cursor.isEmpty() ? null : decode(cursor));
    }

    /** The limit alone, for pages that go by number. */
    public static int limit(String limit) {
        if (limit == null) {
            return DEFAULT;
        }
        // More digits than a number of this size has still mean "above 200", not a malformed number.
        if (!limit.matches("\\d{1,20}") || limit.matches("0+")) {
            throw Refusal.invalid("limit", "must be a whole number from 1 to " + MOST);
        }
        return limit.length() > 3 ? MOST : Math.min(MOST, Integer.parseInt(limit));
    }

    /**
     * The sort key of a list that goes by a number.
     *
     * @return 0 for the first page
     * @throws Refusal {@code invalid_request} for what is no number
     */
    public long number() {
        if (after != null && !after.matches("\\d{1,18}")) {
            throw foreign();
        }
        return after == null ? 0 : Long.parseLong(after);
    }

    /**
     * The number below which the page begins, in a list whose newest come first.
     *
     * @return above all numbers for the first page
     * @throws Refusal {@code invalid_request} for what is no number
     */
    public long before() {
        return after == null ? Long.MAX_VALUE : number();
    }

    private static Refusal foreign() {
        return Refusal.invalid("cursor", "is not one that this list gave");
    }

    private static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException forged) {
            throw foreign();
        }
    }

    /** The cursor after this page; {@code null} unless there is a row more than the page holds (ask for limit + 1). */
    public <T> String next(List<T> rows, Function<T, String> sortKey) {
        if (rows.size() <= limit) {
            return null;
        }
        byte[] key = sortKey.apply(rows.get(limit - 1)).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    /** The rows of this page, when one more was asked for. */
    public <T> List<T> page(List<T> rows) {
        return rows.size() <= limit ? rows : rows.subList(0, limit);
    }
}
