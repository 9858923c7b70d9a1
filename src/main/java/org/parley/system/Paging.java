package org.parley.system;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.parley.problems.Refusal;

/**
 * The part of a list that a request asks for. Every list of the contract is paged by {@code limit} and {@code cursor}.
 * The limit is 50 by default; above 200 means 200; below 1 is refused. The cursor is opaque to clients; here it is the
 * sort key of the last row shown.
 *
 * @param after the sort key after which the page begins, or {@code null} for the first page
 */
public record Paging(int limit, String after) {
    private static final int DEFAULT = 50;
    private static final int MOST = 200;

    /** @throws Refusal {@code invalid_request} that names the wrong parameter */
    public static Paging of(String limit, String cursor) {
        return new Paging(limit(limit), cursor == null || cursor.isEmpty() ? null : decode(cursor));
    }

    /** The limit alone, for lists paged by message number. */
    public static int limit(String limit) {
        if (limit == null) {
            return DEFAULT;
        }
        // A limit with too many digits for an int means "above 200"; it is not malformed.
        if (!limit.matches("\\d{1,20}") || limit.matches("0+")) {
            throw Refusal.invalid("limit", "must be a whole number from 1 to " + MOST);
        }
        return limit.length() > 3 ? MOST : Math.min(MOST, Integer.parseInt(limit));
    }

    /**
     * The sort key as a number.
     *
     * @return 0 for the first page
     * @throws Refusal {@code invalid_request} if the cursor is not a number
     */
    public long number() {
        return after == null ? 0 : Numbers.of(after).orElseThrow(Paging::foreign);
    }

    /**
     * The number below which the page begins, for a list that shows the newest first.
     *
     * @return {@link Long#MAX_VALUE} for the first page
     * @throws Refusal {@code invalid_request} if the cursor is not a number
     */
    public long before() {
        return after == null ? Long.MAX_VALUE : number();
    }

    /** The refusal of a cursor that this list did not make. */
    public static Refusal foreign() {
        return Refusal.invalid("cursor", "is not a cursor of this list");
    }

    private static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException forged) {
            throw foreign();
        }
    }

    /** The cursor of the next page. {@code null} on the last page, so ask the database for limit + 1 rows. */
    public <T> String next(List<T> rows, Function<T, String> sortKey) {
        if (rows.size() <= limit) {
            return null;
        }
        return cursor(sortKey.apply(rows.get(limit - 1)));
    }

    /** The cursor of the page that begins after the row with this sort key. */
    public static String cursor(String sortKey) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sortKey.getBytes(StandardCharsets.UTF_8));
    }

    /** The rows of this page, without the extra row that was asked for. */
    public <T> List<T> page(List<T> rows) {
        return rows.size() <= limit ? rows : rows.subList(0, limit);
    }
}
