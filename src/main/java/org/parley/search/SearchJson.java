package org.parley.search;

import java.util.List;
import org.parley.messages.MessageJson;

/**
 * @param next the cursor of the next page; {@code null} at the end
 * @param index while it is not {@code ready}, hits may be missing
 */
record SearchJson(List<HitJson> hits, String next, FollowingLogs.State index) {
    /**
     * A message that was found, as it is now.
     *
     * @param highlight plain text around the first place, at most 200 code points
     * @param ranges the places in {@code highlight}: begin and end in UTF-16 units
     */
    record HitJson(MessageJson message, String highlight, List<int[]> ranges) {}
}
