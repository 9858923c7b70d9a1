package org.parley.roomfile;

import java.util.function.Supplier;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

/** What is wrong with the file of a room, in one line that says where. */
final class Trouble {
    private Trouble() {}

    static Refusal in(String where) {
        return Refusal.invalid("file", where);
    }

    static Refusal tooLarge(String what) {
        return Refusal.of(Code.TOO_LARGE, "The file " + what);
    }

    /** Reads a part of the file by a rule of another field; its refusal then names the file. */
    static <T> T naming(String where, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Refusal refused) {
            throw refused.code() == Code.INVALID_REQUEST ? in(where + ": " + refused.detail()) : refused;
        }
    }
}
