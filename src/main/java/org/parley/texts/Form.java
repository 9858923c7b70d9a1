package org.parley.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.parley.problems.Code;
import org.parley.problems.FieldError;
import org.parley.problems.Refusal;

/**
 * Judges the fields of one request together, so that its sender learns of every fault at once. Faults of form answer
 * before any other refusal that a field met.
 */
public final class Form {
    private final List<FieldError> faults = new ArrayList<>();
    private Refusal other;

    /** @throws Refusal {@code invalid_json} if the request had no body where a JSON object belongs */
    public static <T> T filled(T body) {
        if (body == null) {
            throw Refusal.of(Code.INVALID_JSON, "The request has no JSON object.");
        }
        return body;
    }

    /** @return what the field gives, or {@code null} if it was refused: nothing is to be done with it before {@link #judge} */
    public <T> T field(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Refusal refused) {
            if (refused.code() == Code.INVALID_REQUEST) {
                faults.addAll(refused.errors());
            } else if (other == null) {
                other = refused;
            }
            return null;
        }
    }

    /** A value that must be there and is judged elsewhere. */
    public <T> T given(String field, T value) {
        if (value == null) {
            faults.add(new FieldError(field, "must be given"));
        }
        return value;
    }

    /** @throws Refusal if any field was refused */
    public void judge() {
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        if (other != null) {
            throw other;
        }
    }
}
